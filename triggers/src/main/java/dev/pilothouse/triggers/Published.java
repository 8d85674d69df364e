package dev.pilothouse.triggers;

import dev.pilothouse.chain.Listening;
import dev.pilothouse.chain.Scope;
import dev.pilothouse.chain.TriggerIndex;
import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.spi.Matching.Changes;
import dev.pilothouse.spi.Matching.Index;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One tenant's automations in force, as they stand at one number of the index.
final class Published {
  private final long epoch;
  private final Map<AutomationId, Known> automations;
  private final TriggerIndex index;

  record Known(Listening listening, boolean paused) {
    AutomationVersion version() {
      return listening.version();
    }
  }

  private Published(long epoch, Map<AutomationId, Known> automations, TriggerIndex index) {
    this.epoch = epoch;
    this.automations = Collections.unmodifiableMap(automations);
    this.index = index;
  }

  static Published of(Index read, Listening.Reader reader) {
    return new Published(0, Map.of(), TriggerIndex.EMPTY)
        .with(new Changes(read.epoch(), read.automations(), Set.of()), reader);
  }

  /// A publish among ten thousand reads one definition, and touches what listens to its types. What
  /// is to be read is read by all processors side by side, since a start waits for it.
  Published with(Changes changes, Listening.Reader reader) {
    List<Known> now =
        changes.now().parallelStream()
            .map(it -> new Known(reader.read(it.version()), it.paused()))
            .toList();
    Map<AutomationId, Known> all = new HashMap<>(automations);
    List<Listening> gone = new ArrayList<>();
    changes.gone().forEach(it -> note(all.remove(it), gone));
    now.forEach(it -> note(all.put(it.version().automation(), it), gone));
    return new Published(
        changes.epoch(), all, index.with(gone, now.stream().map(Known::listening).toList()));
  }

  private static void note(@Nullable Known earlier, List<Listening> gone) {
    if (earlier != null) {
      gone.add(earlier.listening());
    }
  }

  long epoch() {
    return epoch;
  }

  /// Before events ask, where nobody waits for it.
  void prepare() {
    index.prepare();
  }

  /// Those that the entry would start, in a lasting order.
  List<Known> meantBy(NewEntry entry, Scope scope) {
    return entry
        .to()
        .map(address -> Optional.ofNullable(automations.get(address.automation())).stream())
        .orElseGet(() ->
            index.hearing(scope).stream()
                .flatMap(
                    it -> Optional.ofNullable(automations.get(it.version().automation())).stream()))
        .toList();
  }
}
