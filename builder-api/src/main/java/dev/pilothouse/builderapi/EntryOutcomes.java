package dev.pilothouse.builderapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Verdicts;
import dev.pilothouse.spi.Verdicts.Tally;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// What came of entries, for whoever asks for it by `include=outcome`: one statement more for a
/// page. Programs that only read on do not pay for it.
record EntryOutcomes(Verdicts verdicts, TenantId tenant, boolean asked) {
  private static final String OUTCOME = "outcome";
  private static final Tally NOTHING = new Tally(0, 0, false);

  /// @param held automations that should have started, and were held back
  /// @param more there may be others, which were not counted
  record Outcome(int runs, int held, boolean more) {
    static Outcome of(Tally tally) {
      return new Outcome(tally.runs(), tally.held(), tally.more());
    }
  }

  /// @param outcome null where nobody asked for it
  record Entry<T>(
      @JsonUnwrapped T entry,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Outcome outcome) {}

  static EntryOutcomes of(Verdicts verdicts, TenantId tenant, String include) {
    if (include.isEmpty() || include.equals(OUTCOME)) {
      return new EntryOutcomes(verdicts, tenant, !include.isEmpty());
    }
    throw RefusedException.because(
        HttpStatus.BAD_REQUEST, "Expected 'include' as 'outcome', but found '" + include + "'.");
  }

  /// @param shown how an entry is shown beside
  <T> Function<JournalEntry, Entry<T>> beside(
      List<JournalEntry> entries, Function<JournalEntry, T> shown) {
    if (!asked) {
      return written -> new Entry<>(shown.apply(written), null);
    }
    Map<EventId, Tally> tallies = verdicts.tallies(tenant, ids(entries));
    return written ->
        new Entry<>(
            shown.apply(written), Outcome.of(tallies.getOrDefault(written.entry().id(), NOTHING)));
  }

  private static List<EventId> ids(List<JournalEntry> entries) {
    return entries.stream().map(JournalEntry::entry).map(NewEntry::id).toList();
  }
}
