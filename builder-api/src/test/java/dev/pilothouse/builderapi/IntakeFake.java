package dev.pilothouse.builderapi;

import dev.pilothouse.model.Accepted;
import dev.pilothouse.model.Address;
import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.Caller;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.StoredVerdict.Kind;
import dev.pilothouse.spi.Intake;
import dev.pilothouse.spi.Journal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Takes every event and lets one run follow; an event of the type `test.overload` is too much.
/// What is for one automation alone stands in the journal, with its verdict.
final class IntakeFake implements Intake {
  final List<CloudEvent> events = new CopyOnWriteArrayList<>();

  /// What becomes of events for one automation alone.
  Kind verdict = Kind.FIRED;

  private final JournalFake journal;
  private final VerdictsFake verdicts;

  IntakeFake(JournalFake journal, VerdictsFake verdicts) {
    this.journal = journal;
    this.verdicts = verdicts;
  }

  @Override
  public Accepted accept(Caller caller, CloudEvent event, AutomationId to) {
    JournalEntry written =
        journal.add(
            NewEntry.fromOutside(caller.tenant(), caller.actor(), event)
                .addressedTo(Address.of(to)));
    RunId run = RunId.next();
    verdicts.keep(written, to, verdict, verdict == Kind.FIRED ? "" : "Said so.", run);
    return new Accepted(written.entry().id(), written.position(), List.of(run), false);
  }

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
