package dev.pilothouse.builderapi;

import dev.pilothouse.chain.Heard.Unmet;
import dev.pilothouse.model.NumberedVersion;
import dev.pilothouse.model.RunId;
import dev.pilothouse.spi.Publications.InForce;
import java.util.List;
import java.util.Optional;

/// What one automation made of one event, and why.
///
/// @param reason in words
/// @param version that decided; empty where none did
/// @param then how the automation stood when the event came; empty where nothing was published
/// @param triggers whose conditions were not met
/// @param run that was born, or that stood in the way
record Explained(
    VerdictKind kind,
    String reason,
    Optional<NumberedVersion> version,
    Optional<InForce> then,
    List<Unmet> triggers,
    Optional<RunId> run) {
  Explained {
    triggers = List.copyOf(triggers);
  }

  /// Of what is worked out: the version of then decides.
  static Explained workedOut(VerdictKind kind, String reason, InForce then) {
    return workedOut(kind, reason, then, List.of());
  }

  static Explained workedOut(VerdictKind kind, String reason, InForce then, List<Unmet> triggers) {
    return new Explained(
        kind, reason, then.since().version(), Optional.of(then), triggers, Optional.empty());
  }

  /// No version of it was asked.
  static Explained unasked(VerdictKind kind, String reason, Optional<InForce> then) {
    return new Explained(kind, reason, Optional.empty(), then, List.of(), Optional.empty());
  }

  Explained adding(String sentence) {
    return new Explained(kind, reason + sentence, version, then, triggers, run);
  }
}
