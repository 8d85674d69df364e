package dev.pilothouse.stores;

import dev.pilothouse.model.AutomationState;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.spi.Publications.Answer;
import dev.pilothouse.spi.Publications.Change;
import java.util.Optional;

/// What becomes of an order about an automation.
sealed interface Decision {
  /// @param version to be in force from here on; empty where nothing was ever published
  record Move(Change change, AutomationState to, Optional<VersionId> version) implements Decision {}

  /// Nothing is written.
  record Stay(Answer answer) implements Decision {}

  static Decision refused(String sentence) {
    return new Stay(new Answer.Refused(sentence));
  }
}
