package dev.pilothouse.spi;

/// Open tasks whose time has passed.
public interface OverdueTasks {
  /// Tells the journal of those that it was not told of yet, once for each time a task is due. Safe
  /// in several processes at once.
  ///
  /// @param limit at most so many
  /// @return how many it told of
  int tell(int limit);
}
