package dev.pilothouse.builderapi;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.pilothouse.builderapi.VerdictView.Item;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.StoredVerdict;
import dev.pilothouse.spi.Automations.Automation;
import dev.pilothouse.spi.Publications;
import dev.pilothouse.spi.Verdicts;
import dev.pilothouse.spi.Verdicts.Bounds;
import dev.pilothouse.spi.Verdicts.LookBack;
import dev.pilothouse.spi.Verdicts.Question;
import dev.pilothouse.spi.Verdicts.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// One page of what one automation made of events, newest first.
final class AutomationVerdicts {
  /// Entries of the journal that one look at the database takes in.
  private static final int LOOK = 1_000;

  private static final int MOST = 10_000;

  /// Entries that are read whole at a time.
  private static final int AT_A_TIME = 20;

  private final Verdicts verdicts;
  private final Question question;
  private final Automation automation;
  private final VerdictTeller teller;
  private final Set<VerdictKind> kinds;
  private final int limit;
  private final BooleanSupplier late;
  private final List<Item> items = new ArrayList<>();

  AutomationVerdicts(
      Verdicts verdicts,
      Publications publications,
      Question question,
      Automation automation,
      Set<VerdictKind> kinds,
      int limit,
      BooleanSupplier late) {
    this.verdicts = verdicts;
    this.question = question;
    this.automation = automation;
    teller = new VerdictTeller(publications, question.tenant(), automation);
    this.kinds = kinds;
    this.limit = limit;
    this.late = late;
  }

  /// Refusals have an index of their own: where nothing else is asked for, the journal is not
  /// looked through.
  VerdictView.Page page(String before) {
    Set<StoredVerdict.Kind> refusals = VerdictKind.refusals(kinds);
    return refusals.isEmpty() ? lookedBack(before) : refused(refusals, before);
  }

  private VerdictView.Page refused(Set<StoredVerdict.Kind> refusals, String before) {
    List<Refused> found = verdicts.refused(question, refusals, event(before), limit + 1);
    found.stream().limit(limit).forEach(it -> add(it.entry(), Optional.of(it.verdict())));
    boolean more = found.size() > limit;
    return new VerdictView.Page(
        List.copyOf(items), more ? items.getLast().event().id() : null, items.size(), null);
  }

  private static Optional<EventId> event(String before) {
    return before.isEmpty()
        ? Optional.empty()
        : Optional.of(EventId.parse(before).orElseThrow(() -> PageLimit.badCursor(before)));
  }

  private VerdictView.Page lookedBack(String before) {
    Optional<Long> goOn = PageLimit.position(before);
    Optional<Instant> backTo = Optional.empty();
    int looked = 0;
    do {
      int find = Math.min(AT_A_TIME, limit - items.size());
      LookBack found = verdicts.lookBack(question, goOn, new Bounds(LOOK, find));
      Optional<JournalEntry> stopped = through(found.found());
      goOn = stopped.map(JournalEntry::position).or(found::goOn);
      Optional<Instant> last = stopped.map(JournalEntry::recordedAt).or(found::backTo);
      backTo = last.isPresent() ? last : backTo;
      looked += found.looked();
    } while (goOn.isPresent() && items.size() < limit && looked < MOST && !late.getAsBoolean());
    return new VerdictView.Page(
        List.copyOf(items),
        goOn.map(position -> "" + position).orElse(null),
        looked,
        goOn.isPresent() ? backTo.orElse(null) : null);
  }

  /// @return the last one that was told of, where it is time to answer and others are left
  private Optional<JournalEntry> through(List<JournalEntry> entries) {
    Map<EventId, StoredVerdict> kept = kept(entries);
    for (JournalEntry entry : entries) {
      add(entry, Optional.ofNullable(kept.get(entry.entry().id())));
      if (late.getAsBoolean() && !entry.equals(entries.getLast())) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  private Map<EventId, StoredVerdict> kept(List<JournalEntry> entries) {
    return verdicts
        .kept(
            question.tenant(),
            entries.stream().map(entry -> entry.entry().id()).toList(),
            List.of(automation.id()))
        .stream()
        .collect(toMap(StoredVerdict::event, identity()));
  }

  private void add(JournalEntry entry, Optional<StoredVerdict> kept) {
    Explained explained = teller.tell(entry, kept);
    if (kinds.contains(explained.kind())) {
      items.add(Item.of(entry, automation, explained));
    }
  }
}
