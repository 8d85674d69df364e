package dev.pilothouse.workers.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A process by its number and its start: a number alone is given anew to a stranger sooner or
/// later, and a stranger must never be ended.
public record ProcessIdentity(long pid, Instant started) {

  /// Linux derives a process's start from the boot time, which moves when the clock is corrected.
  private static final Duration CLOCK_CORRECTION = Duration.ofSeconds(3);

  static ProcessIdentity of(ProcessHandle process) {
    return new ProcessIdentity(process.pid(), startOf(process));
  }

  public boolean isAlive() {
    return find().isPresent();
  }

  Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedWhenWeSaid);
  }

  private boolean startedWhenWeSaid(ProcessHandle process) {
    return Duration.between(started, startOf(process)).abs().compareTo(CLOCK_CORRECTION) <= 0;
  }

  private static Instant startOf(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }
}
