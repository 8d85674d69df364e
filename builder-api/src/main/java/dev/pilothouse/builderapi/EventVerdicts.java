package dev.pilothouse.builderapi;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.pilothouse.builderapi.VerdictView.Item;
import dev.pilothouse.model.Address;
import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.StoredVerdict;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Automations;
import dev.pilothouse.spi.Automations.Automation;
import dev.pilothouse.spi.Automations.Drafted;
import dev.pilothouse.spi.Automations.Listeners;
import dev.pilothouse.spi.Publications;
import dev.pilothouse.spi.Verdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// One page of what automations made of one event.
final class EventVerdicts {
  /// Automations that one look at the database takes in.
  private static final int LOOK = 1_000;

  private static final int MOST = 10_000;

  private final Verdicts verdicts;
  private final Automations automations;
  private final Publications publications;
  private final JournalEntry entry;
  private final TenantId tenant;
  private final Set<VerdictKind> kinds;
  private final int limit;
  private final BooleanSupplier late;
  private final List<Item> items = new ArrayList<>();

  EventVerdicts(
      Verdicts verdicts,
      Automations automations,
      Publications publications,
      JournalEntry entry,
      Set<VerdictKind> kinds,
      int limit,
      BooleanSupplier late) {
    this.verdicts = verdicts;
    this.automations = automations;
    this.publications = publications;
    this.entry = entry;
    tenant = entry.entry().tenant();
    this.kinds = kinds;
    this.limit = limit;
    this.late = late;
  }

  /// Of one automation, whatever it listens to.
  VerdictView.Page of(Automation one) {
    var _ = through(List.of(one));
    return new VerdictView.Page(List.copyOf(items), null, 1, null);
  }

  /// Of those that may have something to say; of an entry for one alone, of that one.
  VerdictView.Page page(Optional<AutomationId> after) {
    return entry
        .entry()
        .to()
        .map(Address::automation)
        .flatMap(alone -> automations.find(tenant, alone))
        .map(Drafted::automation)
        .map(this::of)
        .orElseGet(() -> ofListeners(after));
  }

  private VerdictView.Page ofListeners(Optional<AutomationId> after) {
    Optional<AutomationId> goOn = after;
    int looked = 0;
    do {
      Listeners found = automations.listening(tenant, entry, goOn, LOOK);
      Optional<AutomationId> stopped = through(found.automations());
      goOn = stopped.or(found::goOn);
      looked += found.looked();
    } while (goOn.isPresent() && !isEnough() && looked < MOST);
    return new VerdictView.Page(
        List.copyOf(items), goOn.map(AutomationId::toString).orElse(null), looked, null);
  }

  /// @return the last one that was asked, where others are left
  private Optional<AutomationId> through(List<Automation> asked) {
    Map<AutomationId, StoredVerdict> kept =
        verdicts
            .kept(tenant, List.of(entry.entry().id()), asked.stream().map(Automation::id).toList())
            .stream()
            .collect(toMap(StoredVerdict::automation, identity()));
    for (Automation automation : asked) {
      add(automation, Optional.ofNullable(kept.get(automation.id())));
      if (isEnough() && !automation.equals(asked.getLast())) {
        return Optional.of(automation.id());
      }
    }
    return Optional.empty();
  }

  private boolean isEnough() {
    return items.size() == limit || late.getAsBoolean();
  }

  private void add(Automation automation, Optional<StoredVerdict> kept) {
    Explained explained = new VerdictTeller(publications, tenant, automation).tell(entry, kept);
    if (kinds.contains(explained.kind())) {
      items.add(Item.of(entry, automation, explained));
    }
  }
}
