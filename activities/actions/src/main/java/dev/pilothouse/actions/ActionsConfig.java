package dev.pilothouse.actions;

import dev.pilothouse.actions.http.HttpActionConfig;
import dev.pilothouse.actions.mail.MailConfig;

/// Settings of the actions that have some.
public record ActionsConfig(HttpActionConfig http, MailConfig mail) {
  public static ActionsConfig defaults() {
    return new ActionsConfig(HttpActionConfig.defaults(), MailConfig.defaults());
  }
}
