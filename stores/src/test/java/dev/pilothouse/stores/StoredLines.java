package dev.pilothouse.stores;

import static dev.pilothouse.stores.StoredEvents.TIME;

import dev.pilothouse.model.EffectClass;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepLabel;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.spi.Ledger.Line;
import dev.pilothouse.spi.Ledger.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Lines of a step called `call` unless another is named.
final class StoredLines {
  static final StepKey CALL = new StepKey("call");
  static final Json INPUT = new Json("{\"to\": 1}");

  static final StepError REFUSED =
      new StepError("http.status", StepError.Kind.OUTSIDE, "The server answered 503.");

  private StoredLines() {}

  static Step step(String key, int attempt) {
    return new Step(new StepKey(key), new StepLabel("The " + key, "http.request"), attempt, TIME);
  }

  static Line reserve(EffectClass effectClass) {
    return reserve(1, effectClass, Duration.ofSeconds(30));
  }

  static Line reserve(int attempt, EffectClass effectClass, Duration timeout) {
    return new Line.Reserve(step("call", attempt), effectClass, INPUT, timeout);
  }

  static Line completed(String json) {
    return settled("call", new StepOutcome.Completed(new Json(json)));
  }

  static Line unknown() {
    return settled("call", new StepOutcome.Unknown("No answer came."));
  }

  static Line settled(String key, StepOutcome outcome) {
    return new Line.Settle(step(key, 1), INPUT, outcome);
  }

  static Line await(Instant due) {
    return await(1, due, REFUSED);
  }

  static Line await(int attempt, Instant due, StepError met) {
    return new Line.Await(step("call", attempt), INPUT, due, "Tries again", Optional.of(met), true);
  }
}
