package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.LoopProgress;
import dev.pilothouse.model.SourceFormat;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.WrittenText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The promise of the check: a definition of which it says nothing does not fail in a run for a
/// missing name or a wrong kind of value, whatever fits the declared shape.
class TypeCheckPropertyTest {
  private static final ActionCatalogue ACTIONS = new FewActions();
  private static final DefinitionReader READER =
      new DefinitionReader(ACTIONS, new TypeCheck(EventCatalogue.standard(), ACTIONS));
  private static final int TRIED_EVENTS = 6;

  /// What no check of kinds can foresee: it hangs on the value itself.
  private static final Pattern OF_THE_VALUE =
      Pattern.compile(
          "Index out of bounds|divides by zero|too large or too small|is no number|takes more work",
          Pattern.CASE_INSENSITIVE);

  @Test
  void whatPassesInSilenceNeverFailsForAMissingNameOrAWrongKind() {
    AtomicInteger silent = new AtomicInteger();
    AtomicInteger all = new AtomicInteger();
    Fuzz.run(
        300,
        seed -> {
          all.incrementAndGet();
          RandomTyped typed = new RandomTyped(seed);
          passed(typed.definition())
              .ifPresent(definition -> {
                silent.incrementAndGet();
                for (int i = 0; i < TRIED_EVENTS; i++) {
                  walk(definition, typed.event());
                }
              });
        });
    assertThat(silent.get())
        .as("definitions of which nothing was said")
        .isGreaterThan(all.get() / 6);
    assertThat(silent.get()).as("definitions of which nothing was said").isLessThan(all.get());
  }

  private static Optional<Definition> passed(Json definition) {
    try {
      ReadDefinition read = READER.read(new WrittenText(SourceFormat.JSON, definition.text()));
      return read.warnings().isEmpty() ? Optional.of(read.definition()) : Optional.empty();
    } catch (DefinitionProblems refused) {
      return Optional.empty();
    }
  }

  private static void walk(Definition definition, Json data) {
    Walker walker = new Walker(definition, Events.of("asked", data.text()));
    Map<StepKey, StepOutcome> outcomes = new HashMap<>();
    Map<StepKey, LoopProgress> progress = new HashMap<>();
    boolean goesOn = true;
    while (goesOn) {
      goesOn = false;
      Recorded recorded =
          new Recorded(Map.copyOf(outcomes), Map.copyOf(progress), Map.of(), Set.of());
      for (Demand demand : walker.next(recorded)) {
        goesOn |= follow(demand, outcomes, progress, data);
      }
    }
  }

  private static boolean follow(
      Demand demand,
      Map<StepKey, StepOutcome> outcomes,
      Map<StepKey, LoopProgress> progress,
      Json data) {
    return switch (demand) {
      case Demand.Settle settle -> {
        requireSound(settle.outcome(), data);
        yield outcomes.putIfAbsent(settle.key(), settle.outcome()) == null;
      }
      case Demand.Perform perform ->
          outcomes.putIfAbsent(perform.key(), new StepOutcome.Completed(perform.input())) == null;
      case Demand.Pause pause ->
          outcomes.putIfAbsent(
                  pause.key(), new StepOutcome.Completed(new Json("{\"waited_until\":\"\"}")))
              == null;
      case Demand.Advance advance ->
          !advance.progress().equals(progress.put(advance.key(), advance.progress()));
      case Demand.Listen _, Demand.Call _, Demand.AskPerson _, Demand.End _ -> false;
    };
  }

  private static void requireSound(StepOutcome outcome, Json data) {
    if (outcome instanceof StepOutcome.Failed(var error)) {
      assertThat(error.message())
          .as("nothing was said of it; data: " + data.text())
          .containsPattern(OF_THE_VALUE);
    }
  }
}
