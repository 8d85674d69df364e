package dev.pilothouse.stores;

import dev.pilothouse.model.Address;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.spi.Matching;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// Starts every published automation of the tenant, whatever the entry is, unless it is for one
/// alone.
///
/// @param terms on which an automation takes an entry
record EveryPublished(Matching.Source source, BiFunction<AutomationVersion, NewEntry, Terms> terms)
    implements Matching {
  static final String IN_TURN = "In turn";

  /// Those whose name begins with [#IN_TURN] run one after the other for each subject.
  EveryPublished(Matching.Source source) {
    this(source, EveryPublished::byName);
  }

  @Override
  public List<Match> match(NewEntry entry, long epoch) {
    return source.published(entry.tenant()).automations().stream()
        .filter(it -> isFor(entry, it.version()))
        .map(it -> new Match(it.version(), it.paused(), terms.apply(it.version(), entry)))
        .toList();
  }

  @Override
  public Optional<Terms> terms(AutomationVersion version, NewEntry entry) {
    return Optional.of(terms.apply(version, entry));
  }

  private static boolean isFor(NewEntry entry, AutomationVersion version) {
    return entry.to().map(Address::automation).map(version.automation()::equals).orElse(true);
  }

  private static Terms byName(AutomationVersion version, NewEntry entry) {
    return version.name().startsWith(IN_TURN) ? Terms.inTurn(entry.event().subject()) : Terms.FREE;
  }
}
