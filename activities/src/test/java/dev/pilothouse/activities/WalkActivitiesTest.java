package dev.pilothouse.activities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.contracts.RunStart;
import dev.pilothouse.contracts.WalkAnswer;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.spi.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WalkActivitiesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:42:00Z");
  private static final RunStart START = new RunStart(1, UUID.randomUUID(), UUID.randomUUID());

  private final OneRun ledger = new OneRun();
  private final WalkActivitiesImpl walk =
      new WalkActivitiesImpl(ledger, Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void recordsItsStepAndEndsTheRun() {
    assertThat(walk.walk(START)).isEqualTo(new WalkAnswer.Ended());

    assertThat(ledger.state).contains(RunState.FINISHED);
    assertThat(ledger.recorded)
        .containsExactly(
            new StepRecord(
                "acknowledge",
                "Acknowledge the event",
                new StepOutcome.Completed(
                    new Json("{\"type\":\"crm.deal.won\",\"subject\":\"deal/42\"}")),
                1,
                NOW,
                NOW));
  }

  @Test
  void makesNoOutcomeThatAnEarlierWalkHasRecorded() {
    walk.walk(START);
    ledger.state = Optional.empty();

    walk.walk(START);

    assertThat(ledger.recorded).hasSize(1);
    assertThat(ledger.state).contains(RunState.FINISHED);
  }

  @Test
  void leavesARunThatHasEnded() {
    ledger.state = Optional.of(RunState.FAILED);

    walk.walk(START);

    assertThat(ledger.recorded).isEmpty();
    assertThat(ledger.state).contains(RunState.FAILED);
  }

  /// A ledger that holds one run.
  private static final class OneRun implements Ledger {
    private final List<StepRecord> recorded = new ArrayList<>();
    private Optional<RunState> state = Optional.empty();

    @Override
    public Optional<Work> begin(RunRef run) {
      CloudEvent event = new CloudEvent("s", "1", "crm.deal.won", "deal/42", NOW, new Json("{}"));
      return state.isPresent() ? Optional.empty() : Optional.of(new Work(event, recorded));
    }

    @Override
    public void record(RunRef run, StepRecord step) {
      recorded.add(step);
    }

    @Override
    public void end(RunRef run, RunState end) {
      state = Optional.of(end);
    }

    @Override
    public List<RunRef> takeUnattended(Duration quiet, int limit) {
      return List.of();
    }
  }
}
