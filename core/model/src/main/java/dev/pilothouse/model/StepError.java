package dev.pilothouse.model;

/// Why a step failed, so that failures can be counted and mended.
///
/// @param code stable and short, such as `http.status` or `mail.refused`
/// @param message for people: what was found, and what to do next; never a secret
public record StepError(String code, Kind kind, String message) {
  /// Who has to do something about it.
  public enum Kind {
    /// the author of the automation
    USER,
    /// the system that was called
    OUTSIDE,
    /// whoever set the rule that refused
    POLICY,
    /// those who run Pilothouse
    OURS
  }
}
