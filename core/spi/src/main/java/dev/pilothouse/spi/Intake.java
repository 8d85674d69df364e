package dev.pilothouse.spi;

import dev.pilothouse.model.Accepted;
import dev.pilothouse.model.Caller;
import dev.pilothouse.model.CloudEvent;

/// Where events come in, whatever brought them.
public interface Intake {
  /// Returns once the event and the runs it causes are committed; the runs start by themselves,
  /// also when this process dies right after.
  Accepted accept(Caller caller, CloudEvent event);
}
