package dev.pilothouse.activities;

import dev.pilothouse.spi.ActionCall.Deadline;

/// What a walk is in that may last: others see until when, and may cut it.
interface OpenCall {
  /// @throws InterruptedException when it was cut before it began
  void begin(Deadline until) throws InterruptedException;

  /// After it the thread is not interrupted any more.
  void end();

  /// Whether somebody cut it: an interrupt without that means that this process stops.
  boolean isCut();
}
