package dev.pilothouse.builderapi;

import dev.pilothouse.model.EffectClass;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.RecordKind;
import dev.pilothouse.model.RecordRef;
import dev.pilothouse.spi.Action;
import dev.pilothouse.spi.ActionAnswer;
import dev.pilothouse.spi.ActionCall;
import dev.pilothouse.spi.ActionDescriptor;
import dev.pilothouse.spi.ActionPromises;
import dev.pilothouse.spi.Actions;
import dev.pilothouse.spi.Books;
import dev.pilothouse.spi.Kept;
import dev.pilothouse.spi.Preview;
import java.util.List;
import java.util.Optional;

/// One action of each kind, that show what they would do and never do it.
final class ActionsFake implements Actions {
  private static final ActionDescriptor TRANSFORM = shown("transform", "Work out");
  private static final ActionDescriptor MAIL = shown("mail.send", "Send a mail");
  private static final ActionDescriptor REQUEST =
      shown(
          "http.request",
          "Call a web service",
          new ActionPromises(
              List.of("reconcilable"),
              Optional.empty(),
              Optional.of(new Json("{\"required\":[\"url\"]}"))));
  private static final ActionAnswer IMPOSSIBLE =
      new ActionAnswer.Done(new Json("\"nothing is to be done here\""));

  @Override
  public Optional<Action> named(String name) {
    return switch (name) {
      case "transform" -> Optional.of(new Transform());
      case "task.create" -> Optional.of(new CreateTask());
      case "http.request" -> Optional.of(new Request());
      default -> Optional.empty();
    };
  }

  @Override
  public List<ActionDescriptor> descriptors() {
    return List.of(TRANSFORM, MAIL, REQUEST);
  }

  private static ActionDescriptor shown(String name, String title) {
    return shown(name, title, ActionPromises.of("pure"));
  }

  private static ActionDescriptor shown(String name, String title, ActionPromises promises) {
    return new ActionDescriptor(
        name,
        title,
        "About it.",
        new Json("{\"type\":\"object\"}"),
        new Json("{\"type\":\"string\"}"),
        new Json("{\"to\":\"a@example.com\"}"),
        promises,
        "Nothing to take back.");
  }

  private static ActionDescriptor descriptor(String name, String output) {
    return new ActionDescriptor(
        name, name, "", new Json("{}"), new Json(output), new Json("{}"), ActionPromises.of(), "");
  }

  private static final class Transform implements Action.Computation {
    @Override
    public ActionDescriptor descriptor() {
      return ActionsFake.descriptor("transform", "{}");
    }

    @Override
    public ActionAnswer compute(ActionCall call) {
      return new ActionAnswer.Done(call.input());
    }
  }

  /// Its task has the id of the books it is tried in: how many there are, and one.
  private static final class CreateTask implements Action.InBooks {
    private static final RecordRef TASK = new RecordRef(RecordKind.TASK, "1");

    @Override
    public ActionDescriptor descriptor() {
      return ActionsFake.descriptor("task.create", "{}");
    }

    @Override
    public ActionAnswer change(ActionCall call, Books books) {
      return IMPOSSIBLE;
    }

    @Override
    public Preview preview(ActionCall call, Books trial) {
      return switch (trial.create(TASK, call.input())) {
        case Kept.Done(_, _, Json after, _) ->
            new Preview(
                "Opens a task.",
                new Json("{\"changes\":[{\"after\":" + after.text() + "}]}"),
                Optional.of(new ActionAnswer.Done(after)));
        case Kept.Taken _ -> throw new IllegalStateException("it is there already");
        case Kept.NoSuch _, Kept.Outdated _, Kept.Unfit _ -> throw new AssertionError();
      };
    }
  }

  private static final class Request implements Action.Outside {
    @Override
    public ActionDescriptor descriptor() {
      return ActionsFake.descriptor(
          "http.request",
          """
          {"type": "object", "properties": {
            "status": {"type": "integer", "examples": [200]}, "id": {"type": ["null", "string"]},
            "tags": {"type": "array", "items": {"type": "boolean"}}, "same": {"x-same-as": "input"}}}\
          """);
    }

    @Override
    public EffectClass effectClass(ActionCall call) {
      return EffectClass.ONCE;
    }

    @Override
    public ActionAnswer call(ActionCall call) {
      return IMPOSSIBLE;
    }

    @Override
    public Preview preview(ActionCall call) {
      return new Preview(
          "Sends a request.",
          new Json("{\"sends\":" + call.input().text() + "}"),
          Optional.empty());
    }
  }
}
