package dev.pilothouse.stores;

import dev.pilothouse.model.AutomationState;
import dev.pilothouse.model.NumberedVersion;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.spi.Publications.Answer;
import dev.pilothouse.spi.Publications.Change;
import java.util.Optional;

/// Which changes an automation can take as it stands.
final class AutomationRules {
  private AutomationRules() {}

  static Decision publish(HeldAutomation held, String seen) {
    if (held.state() == AutomationState.ARCHIVED) {
      return archived(held);
    }
    if (!held.draft().tag().equals(seen)) {
      return new Decision.Stay(new Answer.Stale());
    }
    return inForce(held, Change.PUBLISHED, held.drafted());
  }

  static Decision rollBack(HeldAutomation held, VersionId to) {
    return held.state() == AutomationState.ARCHIVED
        ? archived(held)
        : inForce(held, Change.ROLLED_BACK, to);
  }

  static Decision pause(HeldAutomation held) {
    return switch (held.state()) {
      case PUBLISHED -> move(held, Change.PAUSED, AutomationState.PAUSED);
      case PAUSED ->
          Decision.refused(name(held) + " is paused already. Resume it to let events start it.");
      case DRAFT ->
          Decision.refused(
              name(held) + " was never published, so that nothing starts it. Nothing was done.");
      case ARCHIVED -> archived(held);
    };
  }

  static Decision resume(HeldAutomation held) {
    return switch (held.state()) {
      case PAUSED -> move(held, Change.RESUMED, AutomationState.PUBLISHED);
      case PUBLISHED, DRAFT ->
          Decision.refused(
              "Expected a paused automation, but "
                  + name(held)
                  + " is '"
                  + held.state().text()
                  + "'. It needs no resuming.");
      case ARCHIVED -> archived(held);
    };
  }

  static Decision archive(HeldAutomation held) {
    return held.state() == AutomationState.ARCHIVED
        ? Decision.refused(name(held) + " is archived already. Nothing was done.")
        : move(held, Change.ARCHIVED, AutomationState.ARCHIVED);
  }

  static Decision restore(HeldAutomation held) {
    return held.state() == AutomationState.ARCHIVED
        ? move(
            held,
            Change.RESTORED,
            held.version().isPresent() ? AutomationState.PAUSED : AutomationState.DRAFT)
        : Decision.refused(
            "Expected an archived automation, but "
                + name(held)
                + " is '"
                + held.state().text()
                + "'. Nothing was done.");
  }

  private static Decision inForce(HeldAutomation held, Change change, VersionId version) {
    return held.isInForce(version)
        ? new Decision.Stay(new Answer.Unchanged())
        : new Decision.Move(change, held.published(), Optional.of(version));
  }

  private static Decision move(HeldAutomation held, Change change, AutomationState to) {
    return new Decision.Move(change, to, held.version().map(NumberedVersion::hash));
  }

  private static Decision archived(HeldAutomation held) {
    return Decision.refused(
        name(held) + " is archived. Restore it first, or clone it under another name.");
  }

  private static String name(HeldAutomation held) {
    return "'" + held.name() + "'";
  }
}
