package dev.pilothouse.activities;

import dev.pilothouse.model.EffectClass;
import dev.pilothouse.model.Json;
import dev.pilothouse.spi.Action;
import dev.pilothouse.spi.ActionAnswer;
import dev.pilothouse.spi.ActionCall;
import dev.pilothouse.spi.ActionDescriptor;
import dev.pilothouse.spi.ActionPromises;
import dev.pilothouse.spi.Actions;
import dev.pilothouse.spi.Books;
import dev.pilothouse.spi.Preview;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// Actions that answer as told and remember what was asked of them. An action of an effect class
/// has its name, so a step says `"do": "once"`.
final class FakeActions implements Actions {
  static final ActionAnswer DONE = new ActionAnswer.Done(new Json("{\"ok\":true}"));

  /// How a call goes.
  interface Answering {
    ActionAnswer answer(ActionCall call) throws InterruptedException;
  }

  final List<ActionCall> calls = new CopyOnWriteArrayList<>();
  final List<ActionCall> readBacks = new CopyOnWriteArrayList<>();
  private volatile Answering answering = _ -> DONE;
  private volatile Optional<ActionAnswer> found = Optional.empty();

  void answer(Answering how) {
    answering = how;
  }

  void answer(ActionAnswer... inTurn) {
    answering = call -> inTurn[Math.min(call.attempt(), inTurn.length) - 1];
  }

  void readBack(ActionAnswer answer) {
    found = Optional.of(answer);
  }

  /// Calls stay open until they are interrupted; counts down when one is.
  void neverAnswer(CountDownLatch open) {
    answering =
        _ -> {
          open.countDown();
          new CountDownLatch(1).await();
          return DONE;
        };
  }

  @Override
  public Optional<Action> named(String name) {
    return switch (name) {
      case "compute" -> Optional.of(new Computed());
      case "change" -> Optional.of(new Changing());
      case "none" -> Optional.empty();
      default -> Optional.of(new Called(EffectClass.valueOf(name.toUpperCase(Locale.ROOT))));
    };
  }

  @Override
  public List<ActionDescriptor> descriptors() {
    return List.of();
  }

  private ActionAnswer answered(ActionCall call) throws InterruptedException {
    calls.add(call);
    return answering.answer(call);
  }

  private ActionAnswer answeredAtOnce(ActionCall call) {
    try {
      return answered(call);
    } catch (InterruptedException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  private static ActionDescriptor described(String name) {
    return new ActionDescriptor(
        name, name, "", Json.NULL, Json.NULL, Json.NULL, ActionPromises.of(), "");
  }

  private final class Computed implements Action.Computation {
    @Override
    public ActionDescriptor descriptor() {
      return described("compute");
    }

    @Override
    public ActionAnswer compute(ActionCall call) {
      return answeredAtOnce(call);
    }
  }

  private final class Changing implements Action.InBooks {
    @Override
    public ActionDescriptor descriptor() {
      return described("change");
    }

    @Override
    public ActionAnswer change(ActionCall call, Books books) {
      return answeredAtOnce(call);
    }

    @Override
    public Preview preview(ActionCall call, Books trial) {
      return Preview.ofNothing(DONE);
    }
  }

  private final class Called implements Action.Outside {
    private final EffectClass effectClass;

    Called(EffectClass effectClass) {
      this.effectClass = effectClass;
    }

    @Override
    public ActionDescriptor descriptor() {
      return described(effectClass.text());
    }

    @Override
    public EffectClass effectClass(ActionCall call) {
      return effectClass;
    }

    @Override
    public ActionAnswer call(ActionCall call) throws InterruptedException {
      return answered(call);
    }

    @Override
    public Preview preview(ActionCall call) {
      return Preview.ofNothing(DONE);
    }

    @Override
    public Optional<ActionAnswer> readBack(ActionCall call) {
      readBacks.add(call);
      return found;
    }
  }
}
