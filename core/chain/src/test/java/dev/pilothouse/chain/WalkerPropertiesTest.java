package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What must hold of every walk, tried on random chains. The seed is the parameter.
class WalkerPropertiesTest {
  static List<Long> seeds() {
    return LongStream.range(0, 200).boxed().toList();
  }

  /// What was demanded, in order, and what had been recorded by the end.
  private record Plan(List<Demand> demands, Map<StepKey, StepOutcome> recorded) {
    Demand last() {
      return demands.getLast();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyWalkEndsOrWaitsForAPerson(long seed) {
    RandomChain chain = new RandomChain(seed);
    assertThat(plan(chain).last()).isInstanceOfAny(Demand.End.class, Demand.AskPerson.class);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyStepIsDemandedOnceAndBelongsToTheDefinition(long seed) {
    RandomChain chain = new RandomChain(seed);
    Plan plan = plan(chain);
    Set<StepKey> all = chain.allKeys().collect(Collectors.toSet());
    assertThat(plan.recorded().keySet()).isSubsetOf(all);
    assertThat(plan.demands().stream().flatMap(demand -> opened(demand).stream()))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aWalkBegunAgainAnywhereGivesTheSamePlan(long seed) {
    RandomChain chain = new RandomChain(seed);
    assertThat(planOfManyProcesses(chain, new Random(seed))).isEqualTo(plan(chain));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderInWhichOutcomesAreReadDoesNotMatter(long seed) {
    RandomChain chain = new RandomChain(seed);
    Plan plan = plan(chain);
    Walker walker = walker(chain);
    Random random = new Random(seed);
    for (int i = 0; i < 5; i++) {
      assertThat(walker.next(shuffled(plan.recorded(), random))).isEqualTo(plan.last());
      assertThat(walker(chain).next(shuffled(plan.recorded(), random))).isEqualTo(plan.last());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void outcomesOfStepsNotYetReachedChangeNothing(long seed) {
    RandomChain chain = new RandomChain(seed);
    Map<StepKey, StepOutcome> recorded = new LinkedHashMap<>();
    for (Demand demand : plan(chain).demands()) {
      assertThat(walker(chain).next(withLaterOnes(chain, recorded, demand))).isEqualTo(demand);
      opened(demand).ifPresent(key -> recorded.put(key, answer(chain, demand)));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aCrashThatLosesTheLastOutcomeDemandsTheSameStepAgain(long seed) {
    RandomChain chain = new RandomChain(seed);
    Map<StepKey, StepOutcome> recorded = new LinkedHashMap<>();
    Walker survivor = walker(chain);
    for (Demand demand : plan(chain).demands()) {
      Map<StepKey, StepOutcome> before = Map.copyOf(recorded);
      opened(demand).ifPresent(key -> recorded.put(key, answer(chain, demand)));
      survivor.next(recorded);
      assertThat(survivor.next(before)).isEqualTo(demand);
    }
  }

  private static Plan plan(RandomChain chain) {
    return plan(chain, walker(chain));
  }

  private static Plan plan(RandomChain chain, Walker walker) {
    List<Demand> demands = new ArrayList<>();
    Map<StepKey, StepOutcome> recorded = new LinkedHashMap<>();
    do {
      demands.add(walker.next(recorded));
      assertThat(walker.next(recorded)).isEqualTo(demands.getLast());
    } while (goesOn(chain, demands.getLast(), recorded));
    return new Plan(demands, recorded);
  }

  /// Each demand may come from a process that knows nothing but what was recorded.
  private static Plan planOfManyProcesses(RandomChain chain, Random random) {
    List<Demand> demands = new ArrayList<>();
    Map<StepKey, StepOutcome> recorded = new HashMap<>();
    Walker walker = walker(chain);
    do {
      walker = random.nextInt(3) == 0 ? walker(chain) : walker;
      demands.add(walker.next(shuffled(recorded, random)));
    } while (goesOn(chain, demands.getLast(), recorded));
    return new Plan(demands, recorded);
  }

  private static boolean goesOn(
      RandomChain chain, Demand demand, Map<StepKey, StepOutcome> recorded) {
    Optional<StepKey> key = opened(demand);
    key.ifPresent(step -> recorded.put(step, answer(chain, demand)));
    return key.isPresent();
  }

  private static Optional<StepKey> opened(Demand demand) {
    return switch (demand) {
      case Demand.Perform perform -> Optional.of(perform.key());
      case Demand.Settle settle -> Optional.of(settle.key());
      case Demand.Pause pause -> Optional.of(pause.key());
      case Demand.AskPerson _, Demand.End _ -> Optional.empty();
    };
  }

  private static StepOutcome answer(RandomChain chain, Demand demand) {
    return switch (demand) {
      case Demand.Settle settle -> settle.outcome();
      case Demand.Perform perform -> chain.inTheWorld(perform.key());
      case Demand.Pause pause -> chain.inTheWorld(pause.key());
      case Demand.AskPerson _, Demand.End _ -> throw new AssertionError(demand);
    };
  }

  /// With outcomes of all other steps: of branches not taken, of steps further down.
  private static Map<StepKey, StepOutcome> withLaterOnes(
      RandomChain chain, Map<StepKey, StepOutcome> recorded, Demand demand) {
    Map<StepKey, StepOutcome> more = new HashMap<>(recorded);
    chain
        .allKeys()
        .filter(key -> !opened(demand).equals(Optional.of(key)) && !asked(demand, key))
        .forEach(key -> more.putIfAbsent(key, chain.inTheWorld(key)));
    return more;
  }

  private static boolean asked(Demand demand, StepKey key) {
    return demand instanceof Demand.AskPerson(StepKey asked, _) && asked.equals(key);
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
