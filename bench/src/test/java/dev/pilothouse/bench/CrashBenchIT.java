package dev.pilothouse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The small version of the proof: each kind of blow once.
class CrashBenchIT {
  @Test
  @Timeout(value = 8, unit = TimeUnit.MINUTES)
  void nothingAcceptedIsLostDoubledOrStuckWhoeverIsKilled() {
    assertThat(new CrashBench().run(List.of("--kills", "8", "--rate", "10"))).isZero();
  }
}
