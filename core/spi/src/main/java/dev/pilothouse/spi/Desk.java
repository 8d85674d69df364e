package dev.pilothouse.spi;

import dev.pilothouse.model.TenantId;
import java.util.function.Function;

/// Where people and programs change our own records by hand: with the same books as a step, so that
/// automations see no difference.
public interface Desk {
  /// @param actor who does it, for the history of the record
  /// @param work may be done again after a collision with others
  <T> T byHand(TenantId tenant, String actor, Function<Books, T> work);

  /// Does the work and undoes all of it: nothing is written, nobody is told, nothing starts.
  ///
  /// @param owner of the automation that would do it; empty for none
  <T> T tryOut(TenantId tenant, String owner, Function<Books, T> work);
}
