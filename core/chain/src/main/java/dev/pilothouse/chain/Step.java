package dev.pilothouse.chain;

import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepLabel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One thing a chain does.
public sealed interface Step {
  StepKey key();

  String name();

  /// What it is called in lists: the action of a `do`, else the word it is written with.
  String kind();

  default StepLabel label() {
    return new StepLabel(name(), kind());
  }

  /// What follows when it has failed.
  default OnError onError() {
    return OnError.STOP;
  }

  /// The steps that stand within it, those of its `on_error` among them.
  Stream<Step> within();

  /// @param input `with`
  /// @param readBack how to ask whether the effect happened; filled in with the input
  record Do(
      StepKey key,
      String name,
      String action,
      TemplateTree input,
      CallSpec call,
      Optional<TemplateTree> readBack,
      OnError onError)
      implements Step {
    @Override
    public String kind() {
      return action;
    }

    @Override
    public Stream<Step> within() {
      return recovery(onError);
    }
  }

  record If(StepKey key, String name, Expression condition, List<Step> then, List<Step> otherwise)
      implements Step {
    public If {
      then = List.copyOf(then);
      otherwise = List.copyOf(otherwise);
    }

    @Override
    public String kind() {
      return "if";
    }

    @Override
    public Stream<Step> within() {
      return Stream.concat(then.stream(), otherwise.stream());
    }
  }

  /// @param value whose text picks the case
  record Switch(
      StepKey key, String name, Expression value, List<Branch> cases, List<Step> otherwise)
      implements Step {
    public Switch {
      cases = List.copyOf(cases);
      otherwise = List.copyOf(otherwise);
    }

    @Override
    public String kind() {
      return "switch";
    }

    @Override
    public Stream<Step> within() {
      return Stream.concat(cases.stream().flatMap(one -> one.steps().stream()), otherwise.stream());
    }
  }

  /// @param as under which name its steps see the item
  /// @param parallel how many items are under way at once, at most
  /// @param goesOn an item that failed is counted, and the others are done all the same
  /// @param collect what of each item is kept for the loop's output
  record ForEach(
      StepKey key,
      String name,
      Expression items,
      String as,
      int parallel,
      boolean goesOn,
      Optional<Expression> collect,
      List<Step> steps,
      OnError onError)
      implements Step {
    public ForEach {
      steps = List.copyOf(steps);
    }

    @Override
    public String kind() {
      return "for_each";
    }

    @Override
    public Stream<Step> within() {
      return Stream.concat(steps.stream(), recovery(onError));
    }
  }

  /// @param needed so many branches done make it done; the others are left where they are
  record Parallel(StepKey key, String name, List<Branch> branches, int needed, OnError onError)
      implements Step {
    public Parallel {
      branches = List.copyOf(branches);
    }

    @Override
    public String kind() {
      return "parallel";
    }

    @Override
    public Stream<Step> within() {
      return Stream.concat(
          branches.stream().flatMap(one -> one.steps().stream()), recovery(onError));
    }
  }

  /// @param values an object; each field is a variable from here on
  record Set(StepKey key, String name, TemplateTree values, OnError onError) implements Step {
    @Override
    public String kind() {
      return "set";
    }

    @Override
    public Stream<Step> within() {
      return recovery(onError);
    }
  }

  record Wait(StepKey key, String name, WaitFor waitFor, OnError onError) implements Step {
    @Override
    public String kind() {
      return "wait";
    }

    @Override
    public Stream<Step> within() {
      return recovery(onError);
    }
  }

  /// Starts another automation.
  ///
  /// @param automation its name or id
  /// @param input its `event.data`
  /// @param limit how long its end is waited for; empty where nobody waits for it
  record Call(
      StepKey key,
      String name,
      String automation,
      TemplateTree input,
      Optional<Duration> limit,
      OnError onError)
      implements Step {
    @Override
    public String kind() {
      return "call";
    }

    @Override
    public Stream<Step> within() {
      return recovery(onError);
    }
  }

  /// @param as how the run ends here: finished, failed or cancelled
  /// @param output what whoever called this automation gets
  record Stop(StepKey key, String name, RunState as, Template reason, TemplateTree output)
      implements Step {
    @Override
    public String kind() {
      return "stop";
    }

    @Override
    public Stream<Step> within() {
      return Stream.empty();
    }
  }

  private static Stream<Step> recovery(OnError onError) {
    return onError instanceof OnError.Recover(List<Step> steps) ? steps.stream() : Stream.empty();
  }
}
