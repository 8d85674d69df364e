package dev.pilothouse.activities;

import dev.pilothouse.spi.ActionCall.Deadline;

/// What a walk is in that may last: others see until when, and may cut it.
interface OpenCall {
  /// @return false when it was cut before it began
  boolean begin(Deadline until);

  /// After it the thread is not interrupted any more.
  void end();

  /// Waits for something before the call, of which any order is the end and not a cancel alone.
  ///
  /// @return false when somebody left word first: what was waited for is not there
  boolean waits(Wait wait) throws InterruptedException;

  /// Whether somebody cut it: an interrupt without that means that this process stops.
  boolean isCut();

  /// Something that takes its time, and that an interrupt ends.
  interface Wait {
    void end() throws InterruptedException;
  }
}
