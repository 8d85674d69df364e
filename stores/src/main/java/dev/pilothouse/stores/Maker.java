package dev.pilothouse.stores;

import dev.pilothouse.model.NewEntry.Cause;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.TenantId;
import java.util.Optional;

/// Who changes our records.
sealed interface Maker {
  TenantId tenant();

  /// As in [dev.pilothouse.model.NewEntry#actor()].
  String actor();

  Optional<Cause> cause();

  /// A step of a run.
  record Step(RunRef run, Cause because) implements Maker {
    @Override
    public TenantId tenant() {
      return run.tenant();
    }

    @Override
    public String actor() {
      return "run/" + run.run();
    }

    @Override
    public Optional<Cause> cause() {
      return Optional.of(because);
    }
  }

  /// A person or a program.
  record Hand(TenantId tenant, String actor) implements Maker {
    @Override
    public Optional<Cause> cause() {
      return Optional.empty();
    }
  }

  /// Somebody who only wants to know what would happen.
  ///
  /// @param owner of the automation that would do it
  record Trial(TenantId tenant, String owner) implements Maker {
    @Override
    public String actor() {
      return "trial";
    }

    @Override
    public Optional<Cause> cause() {
      return Optional.empty();
    }
  }
}
