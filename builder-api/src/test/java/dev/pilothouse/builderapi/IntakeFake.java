package dev.pilothouse.builderapi;

import dev.pilothouse.model.Accepted;
import dev.pilothouse.model.Caller;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.RunId;
import dev.pilothouse.spi.Intake;
import dev.pilothouse.spi.Journal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Takes every event and lets one run follow; an event of the type `test.overload` is too much.
final class IntakeFake implements Intake {
  final List<CloudEvent> events = new CopyOnWriteArrayList<>();

  @Override
  public List<Accepted> accept(Caller caller, List<CloudEvent> delivered) {
    if (delivered.stream().anyMatch(event -> event.type().equals("test.overload"))) {
      throw new Journal.Overloaded();
    }
    return delivered.stream().map(this::accepted).toList();
  }

  private Accepted accepted(CloudEvent event) {
    boolean duplicate = named(event.sourceId()).isPresent();
    events.add(event);
    return new Accepted(EventId.next(), events.size(), List.of(RunId.next()), duplicate);
  }

  Optional<CloudEvent> named(String sourceId) {
    return events.stream().filter(event -> event.sourceId().equals(sourceId)).findFirst();
  }
}
