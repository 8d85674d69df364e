package dev.pilothouse.chain;

import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepLabel;
import java.util.List;
import java.util.Optional;

/// One thing a chain does.
public sealed interface Step {
  StepKey key();

  String name();

  /// What it is called in lists: the action of a `do`, else the word it is written with.
  String kind();

  default StepLabel label() {
    return new StepLabel(name(), kind());
  }

  /// @param input `with`
  /// @param readBack how to ask whether the effect happened; filled in with the input
  record Do(
      StepKey key,
      String name,
      String action,
      TemplateTree input,
      CallSpec call,
      Optional<TemplateTree> readBack)
      implements Step {
    @Override
    public String kind() {
      return action;
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
  }

  record Wait(StepKey key, String name, WaitFor waitFor) implements Step {
    @Override
    public String kind() {
      return "wait";
    }
  }

  /// @param as how the run ends here: finished, failed or cancelled
  record Stop(StepKey key, String name, RunState as, Template reason) implements Step {
    @Override
    public String kind() {
      return "stop";
    }
  }
}
