package dev.pilothouse.workers.platform;

/// Hears what is being done, in a few words a phase, as a person at a terminal wants to see it. May
/// be called from several threads.
public interface Progress {

  void say(String words);

  /// `total` is 0 where nobody knows how much there is.
  default void transfer(String what, long done, long total) {}

  static Progress silent() {
    return words -> {};
  }
}
