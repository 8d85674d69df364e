package dev.pilothouse.builderapi;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.Caller;
import dev.pilothouse.spi.Publications.Answer;
import dev.pilothouse.spi.Publications.Order;
import org.springframework.http.HttpStatus;

/// One order about an automation, and what became of it in terms of HTTP.
record Standing(KnownAutomations known, Caller caller, String id) {
  Order order(String note) {
    AutomationId automation = KnownAutomations.id(id);
    return new Order(caller.tenant(), automation, caller.actor(), note);
  }

  /// How the automation stands after it.
  AutomationView.Row after(Answer answer) {
    return switch (answer) {
      case Answer.Done _, Answer.Unchanged _ -> now();
      case Answer.Stale _ -> throw new StaleDraft(known.find(caller, id));
      case Answer.NameTaken _ ->
          throw conflict(
              "Another automation has the name that this one would have. Rename one of the two, or"
                  + " clone this one under a name of its own. Nothing was done.");
      case Answer.Refused(String sentence) -> throw conflict(sentence);
      case Answer.NoSuch _ -> throw KnownAutomations.unknown(id);
    };
  }

  private AutomationView.Row now() {
    return AutomationView.Row.of(known.find(caller, id).automation());
  }

  private static RefusedException conflict(String sentence) {
    return RefusedException.because(HttpStatus.CONFLICT, sentence);
  }
}
