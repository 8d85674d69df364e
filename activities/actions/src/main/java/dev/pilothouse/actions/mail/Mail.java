package dev.pilothouse.actions.mail;

import dev.pilothouse.actions.schema.InputFault;
import dev.pilothouse.actions.schema.InvalidInput;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What an author wrote, checked.
record Mail(
    List<InternetAddress> to,
    List<InternetAddress> cc,
    List<InternetAddress> bcc,
    String subject,
    Optional<String> text,
    Optional<String> html) {

  /// @param input fits the schema
  static Mail of(JsonNode input) throws InvalidInput {
    Mail mail =
        new Mail(
            MailAddresses.of(input, "to"),
            MailAddresses.of(input, "cc"),
            MailAddresses.of(input, "bcc"),
            subject(input),
            Optional.of(input.path("text")).filter(JsonNode::isString).map(JsonNode::asString),
            Optional.of(input.path("html")).filter(JsonNode::isString).map(JsonNode::asString));
    mail.check();
    return mail;
  }

  List<InternetAddress> recipients() {
    return Stream.of(to, cc, bcc).flatMap(List::stream).distinct().toList();
  }

  private void check() throws InvalidInput {
    if (to.isEmpty()) {
      throw new InvalidInput(InputFault.at("with.to", "at least one address", "none"));
    }
    if (text.isEmpty() && html.isEmpty()) {
      throw new InvalidInput(InputFault.at("with.text", "a text, or html beside it", "neither"));
    }
  }

  private static String subject(JsonNode input) throws InvalidInput {
    String subject = input.path("subject").asString();
    if (subject.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInput(
          InputFault.at("with.subject", "one line", "line breaks or control characters"));
    }
    return subject;
  }
}
