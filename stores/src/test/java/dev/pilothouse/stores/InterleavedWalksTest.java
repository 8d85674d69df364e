package dev.pilothouse.stores;

import static dev.pilothouse.stores.StoredLines.INPUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.EffectClass;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.spi.Ledger.Claim;
import dev.pilothouse.spi.Ledger.Claimed;
import dev.pilothouse.spi.Ledger.Line;
import dev.pilothouse.spi.Ledger.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Two processes walk one run of `once` steps at once, each dying, sleeping and coming back as the
/// dice say, and each believing what the ledger last told it.
class InterleavedWalksTest {
  @RegisterExtension static final Stores stores = new Stores();

  private static final List<String> STEPS = List.of("a", "b", "c");
  private static final int MOVES = 60;
  private static final StepOutcome DONE = new StepOutcome.Completed(new Json("1"));

  private final RunRef run = stores.queuedRun();
  private final List<String> sent = new ArrayList<>();
  private int ends;

  @RepeatedTest(15)
  void sendOnceStepsOnceAndEndTheRunOnce(RepetitionInfo seed) {
    Random dice = new Random(seed.getCurrentRepetition());
    try (Neighbour here = new Neighbour(stores).alive();
        Neighbour there = new Neighbour(stores).alive()) {
      List<Walking> walks = List.of(new Walking(here), new Walking(there));
      for (int move = 0; move < MOVES; move++) {
        walks.get(dice.nextInt(walks.size())).move(dice.nextInt(8));
      }
      here.alive();
      there.lapsed();
      walks.getFirst().walkToTheEnd();
      walks.getLast().tellWhatItKnows();
    }

    assertThat(sent).as("sent under a reservation believed in").doesNotHaveDuplicates();
    assertThat(reserved()).as("reserved in the rows").containsExactlyInAnyOrderElementsOf(sent);
    assertThat(ends).as("ends believed in").isEqualTo(1);
    assertThat(stores.row(run.run())).containsEntry("state", "finished");
    assertThat(stores.toldOf(run)).containsOnlyOnce("run.started").containsOnlyOnce("run.finished");
  }

  private List<String> reserved() {
    return stores.ledger().steps(run).stream()
        .filter(step -> step.reservation().isPresent())
        .map(step -> step.key().text())
        .toList();
  }

  private static Line reserve(String step) {
    return new Line.Reserve(
        StoredLines.step(step, 1), EffectClass.ONCE, INPUT, Duration.ofSeconds(30));
  }

  private static Line settling(String step, StepOutcome outcome) {
    return StoredLines.settled(step, outcome);
  }

  /// What a call told, under the claim it was made.
  private record Answer(Claim claim, Line line) {}

  private final class Walking {
    private final Neighbour process;
    private Optional<Claimed> claimed = Optional.empty();
    private final List<String> settled = new ArrayList<>();
    private final List<Answer> open = new ArrayList<>();
    private boolean callIsOpen;

    Walking(Neighbour process) {
      this.process = process;
    }

    void move(int dice) {
      switch (dice) {
        case 0 -> process.lapsed();
        case 1 -> process.alive();
        case 2, 3 -> claim();
        case 4 -> tellWhatItKnows();
        default -> walkOn();
      }
    }

    /// As a process does that thinks it walks nothing, or that was restarted.
    void claim() {
      process
          .ledger()
          .claim(List.of(run))
          .forEach(it -> {
            claimed = Optional.of(it);
            callIsOpen = false;
            settled.clear();
            it.steps().stream()
                .filter(step -> step.outcome().isPresent())
                .forEach(step -> settled.add(step.key().text()));
          });
    }

    void walkOn() {
      if (claimed.isPresent() && !callIsOpen) {
        STEPS.stream()
            .filter(step -> !settled.contains(step))
            .findFirst()
            .ifPresentOrElse(this::begin, this::end);
      }
    }

    /// The gate's rule for `once`: what was reserved before is unknown, and never sent again.
    private void begin(String step) {
      if (reservedBefore().contains(step)) {
        settle(step, new StepOutcome.Unknown("in doubt"));
      } else if (write(reserve(step)) == Standing.MINE) {
        sent.add(step);
        callIsOpen = true;
        open.add(new Answer(claimNow(), settling(step, DONE)));
      }
    }

    private void settle(String step, StepOutcome outcome) {
      if (write(settling(step, outcome)) == Standing.MINE) {
        settled.add(step);
      }
    }

    /// The answers of its calls, also when it has lost its claim meanwhile.
    void tellWhatItKnows() {
      callIsOpen = false;
      open.forEach(answer -> {
        var _ = process.write(answer.claim(), answer.line());
        settled.add(answer.line().step().key().text());
      });
      open.clear();
    }

    private void end() {
      if (process.end(claimNow(), RunState.FINISHED) == Standing.MINE) {
        ends++;
      }
      claimed = Optional.empty();
    }

    void walkToTheEnd() {
      tellWhatItKnows();
      claim();
      for (int step = 0; step <= 2 * STEPS.size() && claimed.isPresent(); step++) {
        walkOn();
        tellWhatItKnows();
      }
    }

    private Standing write(Line line) {
      return process.write(claimNow(), line);
    }

    private Claim claimNow() {
      return claimed.orElseThrow().claim();
    }

    private List<String> reservedBefore() {
      return claimed.orElseThrow().steps().stream()
          .filter(StepRecord::inDoubt)
          .map(step -> step.key().text())
          .toList();
    }
  }
}
