package dev.pilothouse.spi;

import dev.pilothouse.model.Accepted;
import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.Caller;
import dev.pilothouse.model.CloudEvent;
import java.util.List;

/// Where events come in, whatever brought them.
public interface Intake {
  /// Returns once all events and the runs they cause are committed; the runs start by themselves,
  /// also when this process dies right after. Each event has an answer of its own; those without
  /// one were not kept, and sending all of them again is harmless.
  List<Accepted> accept(Caller caller, List<CloudEvent> events);

  /// The same for one event that is for one automation alone: it starts the version in force,
  /// whatever that one listens to, and nothing else.
  Accepted accept(Caller caller, CloudEvent event, AutomationId to);
}
