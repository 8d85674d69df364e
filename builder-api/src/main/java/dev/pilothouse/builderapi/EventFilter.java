package dev.pilothouse.builderapi;

import dev.pilothouse.model.RunId;
import dev.pilothouse.spi.Journal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// Which entries of the journal are asked for, as it stands in the address. Spring fills it by
/// name; what was not given is null.
///
/// @param type exact, or a beginning followed by `*`
/// @param from recorded at or after
/// @param until recorded before
/// @param run that wrote it about something else than itself
record EventFilter(
    @Nullable String type,
    @Nullable String subject,
    @Nullable String source,
    @Nullable String from,
    @Nullable String until,
    @Nullable String run) {

  Journal.Filter read() {
    return new Journal.Filter(
        AddressText.of(type),
        AddressText.of(subject),
        AddressText.of(source),
        TimeText.optional("from", from),
        TimeText.optional("until", until),
        writtenBy());
  }

  private Optional<RunId> writtenBy() {
    return Optional.of(AddressText.of(run)).filter(it -> !it.isEmpty()).map(EventFilter::runId);
  }

  private static RunId runId(String text) {
    return RunId.parse(text)
        .orElseThrow(() ->
            RefusedException.because(
                HttpStatus.BAD_REQUEST, "Expected 'run' as an id, but found '" + text + "'."));
  }
}
