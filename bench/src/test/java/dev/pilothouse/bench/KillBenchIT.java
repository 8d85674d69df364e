package dev.pilothouse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The small version of the proof: each process once, and all at once.
class KillBenchIT {
  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void whatWasAcceptedFinishesWhoeverIsKilled() throws Exception {
    assertThat(new KillBench().run(List.of("--rounds", "1"))).isZero();
  }
}
