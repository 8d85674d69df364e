package dev.pilothouse.builderapi;

import dev.pilothouse.model.NumberedVersion;
import dev.pilothouse.spi.Publications.Publication;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One change of what an automation does, as the API shows it.
///
/// @param change what was done: `published`, `paused`, …
/// @param state in which the automation stood after it
/// @param version in force after it; null where nothing was ever published
/// @param epoch the number of the index from which on events met it
record HistoryView(
    String change,
    String state,
    @Nullable String version,
    @Nullable Integer number,
    long epoch,
    Instant at,
    String by,
    String byName,
    String note) {
  static HistoryView of(Publication publication) {
    return new HistoryView(
        publication.change().text(),
        publication.state().text(),
        publication.version().map(it -> it.hash().hash()).orElse(null),
        publication.version().map(NumberedVersion::number).orElse(null),
        publication.epoch(),
        publication.stamp().at(),
        publication.stamp().actor(),
        publication.stamp().name(),
        publication.note());
  }
}
