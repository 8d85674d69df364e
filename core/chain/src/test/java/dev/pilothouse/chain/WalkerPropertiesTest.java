package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.LoopProgress;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What must hold of every walk, tried on random chains. The seed is the parameter.
class WalkerPropertiesTest {
  static List<Long> seeds() {
    return LongStream.range(0, 300).boxed().toList();
  }

  /// One run that is walked: whoever is asked next, and in whatever order things come to their end.
  private static final class Run {
    final RandomChain chain;
    final Random random;
    final Random shuffling = new Random(0);
    final Map<StepKey, StepOutcome> outcomes = new LinkedHashMap<>();
    final Map<StepKey, LoopProgress> progress = new HashMap<>();
    final List<StepKey> demanded = new ArrayList<>();
    Walker walker;
    boolean tellsProgress = true;
    boolean forgets = true;
    boolean crashes;

    Run(RandomChain chain, long order) {
      this.chain = chain;
      random = new Random(order);
      walker = walker(chain);
    }

    List<Demand> next() {
      walker = crashes && random.nextInt(3) == 0 ? walker(chain) : walker;
      return walker.next(recorded());
    }

    Recorded recorded() {
      return new Recorded(shuffled(outcomes, shuffling), Map.copyOf(progress), Map.of(), Set.of());
    }

    /// Some of what can be done is done, in any order.
    ///
    /// @return false when there is nothing to do any more
    boolean goOn() {
      List<Demand> open = new ArrayList<>(next());
      Collections.shuffle(open, random);
      boolean done = false;
      for (Demand demand : open.subList(0, 1 + random.nextInt(open.size()))) {
        done |= follow(demand);
      }
      return done || open.stream().anyMatch(this::follow);
    }

    private boolean follow(Demand demand) {
      if (demand instanceof Demand.Advance advance) {
        return tellsProgress && advance(advance);
      }
      Optional<StepKey> key = opened(demand);
      key.ifPresent(step -> {
        demanded.add(step);
        outcomes.putIfAbsent(step, answer(chain, demand));
      });
      return key.isPresent();
    }

    private boolean advance(Demand.Advance advance) {
      boolean further = !advance.progress().equals(progress.put(advance.key(), advance.progress()));
      if (forgets) {
        outcomes.keySet().removeIf(key -> isBehind(key, advance));
      }
      return further;
    }

    private static boolean isBehind(StepKey key, Demand.Advance advance) {
      String turns = advance.key() + ".";
      return key.text().startsWith(turns)
          && Integer.parseInt(key.text().substring(turns.length()).split("\\.", 2)[0])
              < advance.progress().done();
    }

    Run toItsEnd() {
      for (int i = 0; goOn(); i++) {
        assertThat(i).as("steps of a walk that should have ended").isLessThan(100_000);
      }
      return this;
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyWalkEndsOrWaitsForAPerson(long seed) {
    Run run = new Run(new RandomChain(seed, true), seed).toItsEnd();
    assertThat(run.next())
        .allSatisfy(
            last -> assertThat(last).isInstanceOfAny(Demand.End.class, Demand.AskPerson.class));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noStepIsDemandedAgainOnceItHasAnOutcome(long seed) {
    Run run = new Run(new RandomChain(seed, true), seed).toItsEnd();
    assertThat(run.demanded).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderInWhichThingsHappenDoesNotMatterWhereAllAreWaitedFor(long seed) {
    Run one = calm(seed, 1).toItsEnd();
    Run other = calm(seed, 2).toItsEnd();
    assertThat(other.outcomes).isEqualTo(one.outcomes);
    assertThat(other.next()).isEqualTo(one.next());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aWalkBegunAgainAnywhereGivesTheSamePlan(long seed) {
    Run one = new Run(new RandomChain(seed, true), seed);
    do {
      assertThat(walker(one.chain).next(one.recorded())).isEqualTo(one.next());
    } while (one.goOn());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void processesThatKnowNothingButTheRecordsComeToTheSameEnd(long seed) {
    Run one = calm(seed, seed).toItsEnd();
    Run other = calm(seed, seed);
    other.crashes = true;
    assertThat(other.toItsEnd().outcomes).isEqualTo(one.outcomes);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatALoopHasBehindItNeedNotBeRemembered(long seed) {
    Run forgetting = new Run(new RandomChain(seed, true), seed);
    Run remembering = new Run(new RandomChain(seed, true), seed);
    remembering.forgets = false;
    boolean more = true;
    while (more) {
      assertThat(remembering.next()).isEqualTo(forgetting.next());
      more = forgetting.goOn();
      assertThat(remembering.goOn()).isEqualTo(more);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void tellingTheProgressChangesNoOutcome(long seed) {
    Run silent = calm(seed, 1);
    silent.tellsProgress = false;
    assertThat(silent.toItsEnd().outcomes).isEqualTo(calm(seed, 1).toItsEnd().outcomes);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsUnderWayIsNotDemandedAgain(long seed) {
    Run run = new Run(new RandomChain(seed, true), seed);
    do {
      Set<StepKey> underWay = new HashSet<>();
      run.next().stream()
          .flatMap(demand -> opened(demand).stream())
          .filter(_ -> run.random.nextBoolean())
          .forEach(underWay::add);
      List<Demand> rest =
          run.walker.next(new Recorded(run.outcomes, Map.copyOf(run.progress), Map.of(), underWay));
      assertThat(rest.stream().flatMap(demand -> opened(demand).stream()))
          .noneMatch(underWay::contains);
    } while (run.goOn());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aCrashThatLosesTheLastOutcomesDemandsTheSameStepsAgain(long seed) {
    Run run = new Run(new RandomChain(seed, true), seed);
    boolean more = true;
    while (more) {
      List<Demand> before = run.next();
      Recorded then = run.recorded();
      more = run.goOn();
      assertThat(run.walker.next(then)).isEqualTo(before);
    }
  }

  /// One whose end does not depend on who is quicker.
  private static Run calm(long seed, long order) {
    Run run = new Run(new RandomChain(seed, false), order);
    run.forgets = false;
    return run;
  }

  private static Optional<StepKey> opened(Demand demand) {
    return switch (demand) {
      case Demand.Perform perform -> Optional.of(perform.key());
      case Demand.Settle settle -> Optional.of(settle.key());
      case Demand.Pause pause -> Optional.of(pause.key());
      case Demand.Listen listen -> Optional.of(listen.key());
      case Demand.Call call -> Optional.of(call.key());
      case Demand.Advance _, Demand.AskPerson _, Demand.End _ -> Optional.empty();
    };
  }

  private static StepOutcome answer(RandomChain chain, Demand demand) {
    return demand instanceof Demand.Settle settle
        ? settle.outcome()
        : chain.inTheWorld(opened(demand).orElseThrow());
  }

  private static Map<StepKey, StepOutcome> shuffled(
      Map<StepKey, StepOutcome> recorded, Random random) {
    List<StepKey> keys = new ArrayList<>(recorded.keySet());
    Collections.shuffle(keys, random);
    Map<StepKey, StepOutcome> shuffled = new LinkedHashMap<>();
    keys.forEach(key -> shuffled.put(key, recorded.getOrDefault(key, new StepOutcome.Unknown(""))));
    return shuffled;
  }

  private static Walker walker(RandomChain chain) {
    return new Walker(chain.definition(), chain.event());
  }
}
