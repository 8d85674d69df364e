package dev.pilothouse.chain;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a step that has no outcome yet demands, its expressions filled in.
final class Demands {
  static final String EXPRESSION_FAILED = "expression.failed";
  static final String CALL_FAILED = "call.failed";

  /// One that holds others is no step of its own to do: its walk says what it demands.
  Demand of(Step step, StepKey key, Scope scope, Map<StepKey, Json> letters) {
    try {
      return switch (step) {
        case Step.Do call -> perform(call, key, scope);
        case Step.If fork -> choose(fork, key, scope);
        case Step.Switch fork -> choose(fork, key, scope);
        case Step.Set set ->
            settle(set, key, set.values().written(), set.values().fill(scope, new FilledRoom()));
        case Step.Wait wait -> await(wait, key, scope, Optional.ofNullable(letters.get(key)));
        case Step.Call call -> call(call, key, scope, Optional.ofNullable(letters.get(key)));
        case Step.Stop stop -> stop(stop, key, scope);
        case Step.Parallel _, Step.ForEach _ -> throw new IllegalArgumentException(step.kind());
      };
    } catch (ExpressionFailed failed) {
      return cannot(step, key, failed);
    }
  }

  private static Demand perform(Step.Do step, StepKey key, Scope scope) throws ExpressionFailed {
    Json input = JsonText.of(step.input().fill(scope, new FilledRoom()));
    return new Demand.Perform(key, step.label(), step.action(), input, call(step, scope));
  }

  private static CallSpec call(Step.Do step, Scope scope) throws ExpressionFailed {
    return step.readBack().isEmpty()
        ? step.call()
        : step.call()
            .readBackBy(
                Optional.of(JsonText.of(step.readBack().get().fill(scope, new FilledRoom()))));
  }

  private static Demand choose(Step.If fork, StepKey key, Scope scope) throws ExpressionFailed {
    String branch = fork.condition().test(scope) ? "then" : "else";
    return settle(
        fork, key, object().put("if", fork.condition().text()), object().put("branch", branch));
  }

  private static Demand choose(Step.Switch fork, StepKey key, Scope scope) throws ExpressionFailed {
    String value = JsonText.inSentence(fork.value().json(scope));
    ObjectNode chosen = object().put("value", value);
    if (fork.cases().stream().anyMatch(one -> one.name().equals(value))) {
      chosen.put("case", value);
    } else {
      chosen.putNull("case");
    }
    return settle(fork, key, object().put("switch", fork.value().text()), chosen);
  }

  private static Demand stop(Step.Stop stop, StepKey key, Scope scope) throws ExpressionFailed {
    ObjectNode ending =
        object().put("as", stop.as().text()).put("reason", stop.reason().text(scope));
    if (!stop.output().equals(TemplateTree.NOTHING)) {
      ending.set("output", stop.output().fill(scope, new FilledRoom()));
    }
    return settle(stop, key, object(), ending);
  }

  private static Demand await(Step.Wait wait, StepKey key, Scope scope, Optional<Json> letter)
      throws ExpressionFailed {
    return switch (wait.waitFor()) {
      case WaitFor.Duration(Duration time) ->
          new Demand.Pause(key, wait.label(), new Demand.Until.For(time));
      case WaitFor.Until(Template time) ->
          new Demand.Pause(key, wait.label(), new Demand.Until.At(moment(time, scope)));
      case WaitFor.Event event ->
          letter.isPresent()
              ? settle(wait, key, awaited(event), arrived(letter.get()))
              : new Demand.Listen(
                  key, wait.label(), event.type(), where(event, scope), event.limit());
    };
  }

  /// What is listened for.
  static Json asked(Demand.Listen listen) {
    ObjectNode where = object();
    listen.where().forEach(where::put);
    return JsonText.of(object().put("event", listen.type()).set("where", where));
  }

  private static JsonNode arrived(Json event) {
    ObjectNode output = object().put("arrived", true);
    output.set("event", JsonText.parse(event));
    return output;
  }

  private static SequencedMap<String, String> where(WaitFor.Event event, Scope scope)
      throws ExpressionFailed {
    SequencedMap<String, String> where = new LinkedHashMap<>();
    for (Map.Entry<String, Template> field : event.where().entrySet()) {
      where.put(field.getKey(), field.getValue().text(scope));
    }
    return where;
  }

  private static Instant moment(Template time, Scope scope) throws ExpressionFailed {
    String text = time.text(scope);
    return Moment.parse(text)
        .orElseThrow(() ->
            new ExpressionFailed(
                time.written(),
                "expected a moment such as 2026-12-01T09:00:00Z, but it gives '"
                    + Shown.shortened(text)
                    + "'."));
  }

  private static Demand call(Step.Call call, StepKey key, Scope scope, Optional<Json> letter)
      throws ExpressionFailed {
    Json input = JsonText.of(call.input().fill(scope, new FilledRoom()));
    return letter.isEmpty()
        ? new Demand.Call(key, call.label(), call.automation(), input, call.limit())
        : new Demand.Settle(key, call.label(), input, returned(letter.get()));
  }

  /// A called run that failed has not done what it was called for.
  private static StepOutcome returned(Json letter) {
    JsonNode end = JsonText.parse(letter);
    String state = end.path("state").asString("");
    if (state.equals("finished")) {
      return new StepOutcome.Completed(letter);
    }
    return new StepOutcome.Failed(
        new StepError(
            CALL_FAILED,
            StepError.Kind.USER,
            "The called run "
                + end.path("run").asString("")
                + " ended as '"
                + state
                + "': "
                + end.path("reason").asString("")));
  }

  private static Demand settle(Step step, StepKey key, JsonNode input, JsonNode output) {
    return new Demand.Settle(
        key, step.label(), JsonText.of(input), new StepOutcome.Completed(JsonText.of(output)));
  }

  static Demand settled(Step step, StepKey key, String field, List<String> names) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    names.forEach(list::add);
    return settle(step, key, object(), object().set(field, list));
  }

  static Demand looped(Step.ForEach loop, StepKey key, int count, int failed, ArrayNode results) {
    ObjectNode output = object().put("count", count).put("failed", failed);
    if (loop.collect().isPresent()) {
      output.set("results", results);
    }
    return settle(loop, key, asWritten(loop), output);
  }

  static Demand failed(Step step, StepKey key, Way.Failed failed) {
    StepError error = failed.error();
    return new Demand.Settle(
        key,
        step.label(),
        JsonText.of(asWritten(step)),
        new StepOutcome.Failed(
            new StepError(error.code(), error.kind(), failed.where() + ": " + error.message())));
  }

  static Demand cannot(Step step, StepKey key, ExpressionFailed failed) {
    StepError error =
        new StepError(EXPRESSION_FAILED, StepError.Kind.USER, String.valueOf(failed.getMessage()));
    return new Demand.Settle(
        key, step.label(), JsonText.of(asWritten(step)), new StepOutcome.Failed(error));
  }

  /// As expressions of an `on_error` see it.
  static Object asValue(StepError error, Step step) {
    return Map.of(
        "code", error.code(),
        "kind", error.kind().name().toLowerCase(Locale.ROOT),
        "message", error.message(),
        "step", step.name());
  }

  /// What the author wrote, where it could not be filled in.
  private static JsonNode asWritten(Step step) {
    return switch (step) {
      case Step.Do call -> call.input().written();
      case Step.If fork -> object().put("if", fork.condition().text());
      case Step.Switch fork -> object().put("switch", fork.value().text());
      case Step.ForEach loop -> object().put("for_each", loop.items().text());
      case Step.Set set -> set.values().written();
      case Step.Call call -> call.input().written();
      case Step.Wait wait -> awaited(wait.waitFor());
      case Step.Stop stop -> object().put("reason", stop.reason().written());
      case Step.Parallel _ -> object();
    };
  }

  private static JsonNode awaited(WaitFor waitFor) {
    return switch (waitFor) {
      case WaitFor.Duration _ -> object();
      case WaitFor.Until(Template time) -> object().put("until", time.written());
      case WaitFor.Event event -> {
        ObjectNode where = object();
        event.where().forEach((path, value) -> where.put(path, value.written()));
        ObjectNode written = object().put("event", event.type());
        written.set("where", where);
        yield written;
      }
    };
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
