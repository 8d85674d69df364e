package dev.pilothouse.stores;

import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.spi.Matching;
import java.util.List;

/// Starts every published automation of the tenant, whatever the entry is. Those whose name begins
/// with [#IN_TURN] run one after the other for each subject.
record EveryPublished(Matching.Source source) implements Matching {
  static final String IN_TURN = "In turn";

  @Override
  public List<Match> match(NewEntry entry, long epoch) {
    return source.published(entry.tenant()).versions().stream()
        .map(version -> new Match(version, key(entry, version)))
        .toList();
  }

  private static String key(NewEntry entry, AutomationVersion version) {
    return version.name().startsWith(IN_TURN) ? entry.event().subject() : "";
  }
}
