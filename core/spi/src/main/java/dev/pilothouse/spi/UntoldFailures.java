package dev.pilothouse.spi;

/// Failed runs that people were not told of one by one, since too many failed in too short a time.
public interface UntoldFailures {
  /// Tells of them together, where the time is over. Safe in several processes at once.
  ///
  /// @param limit of automations
  /// @return of how many it told, or had nothing to tell any more
  int tell(int limit);
}
