package dev.pilothouse.spi;

import dev.pilothouse.model.EffectClass;
import java.util.Optional;

/// What a `do` step does. Three kinds, by where their effect lands; the effect gate treats each
/// kind in its own way, so an action never cares for retries, crashes or double sending.
public sealed interface Action {
  ActionDescriptor descriptor();

  /// Computes its output from its input and nothing else: no clock, no network, no database. May be
  /// called any number of times for one step.
  non-sealed interface Computation extends Action {
    ActionAnswer compute(ActionCall call);

    default Preview preview(ActionCall call) {
      return Preview.ofNothing(compute(call));
    }
  }

  /// Changes our own records. Runs in the transaction that records its outcome: either both are
  /// there or neither. Must touch nothing but the books it is given.
  non-sealed interface InBooks extends Action {
    ActionAnswer change(ActionCall call, Books books);

    /// What [#change] would do.
    ///
    /// @param trial books of [Desk#tryOut]: whatever is changed in them is undone
    Preview preview(ActionCall call, Books trial);
  }

  /// Calls something outside. Runs on a virtual thread of its own, is interrupted when the run is
  /// cancelled, and must have stopped sending when [ActionCall#deadline()] has passed.
  non-sealed interface Outside extends Action {
    /// What this call can promise, told before anything is sent. Depends on the step's definition
    /// alone, never on the state of the world.
    EffectClass effectClass(ActionCall call);

    /// @throws InterruptedException when cut; whether it acted is then unknown
    ActionAnswer call(ActionCall call) throws InterruptedException;

    /// What [#call] would send. Sends nothing and asks nobody, not even for an address of a name.
    Preview preview(ActionCall call);

    /// For [EffectClass#RECONCILABLE] alone: asks the other side whether the effect of an earlier
    /// attempt happened. Empty when it did not.
    default Optional<ActionAnswer> readBack(ActionCall call) throws InterruptedException {
      throw new UnsupportedOperationException(
          descriptor().name() + " says it can be read back, but does not do it.");
    }

    /// The host that is called, so that one slow host does not take all calls. Empty for none.
    default String host(ActionCall call) {
      return "";
    }
  }
}
