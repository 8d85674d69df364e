package dev.pilothouse.builderapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.pilothouse.chain.ConditionExplained.Seen;
import dev.pilothouse.chain.Heard.Unmet;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NumberedVersion;
import dev.pilothouse.model.RunId;
import dev.pilothouse.spi.Automations.Automation;
import dev.pilothouse.spi.Publications.InForce;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Verdicts as the API shows them.
final class VerdictView {
  /// Of a value that a condition saw; a longer one can be read in its event.
  private static final int LONGEST_VALUE = 1_000;

  private VerdictView() {}

  /// @param next what `before` asks for on the next page; null where all was looked at
  /// @param lookedAt how many events, or automations, this page was chosen from
  /// @param lookedBackTo of a look at events that goes on: later ones are looked through
  record Page(
      List<Item> items, @Nullable String next, int lookedAt, @Nullable Instant lookedBackTo) {}

  /// @param number of the version that decided; null where none did
  /// @param then how the automation stood when the event came; null where nothing was published
  /// @param run that was born, or that stood in the way
  /// @param triggers whose conditions were not met
  record Item(
      Event event,
      String automation,
      String automationId,
      String verdict,
      String reason,
      @Nullable Integer number,
      @Nullable String version,
      @Nullable Then then,
      Now now,
      @Nullable String run,
      List<Trigger> triggers) {
    static Item of(JournalEntry entry, Automation automation, Explained explained) {
      return new Item(
          Event.of(entry),
          automation.name(),
          automation.id().toString(),
          explained.kind().text(),
          explained.reason(),
          explained.version().map(NumberedVersion::number).orElse(null),
          explained.version().map(it -> it.hash().hash()).orElse(null),
          explained.then().map(Then::of).orElse(null),
          Now.of(automation),
          explained.run().map(RunId::toString).orElse(null),
          explained.triggers().stream().map(Trigger::of).toList());
    }
  }

  record Event(
      String id,
      long position,
      String type,
      String subject,
      String source,
      Instant time,
      Instant recordedAt) {
    static Event of(JournalEntry written) {
      CloudEvent event = written.entry().event();
      return new Event(
          written.entry().id().toString(),
          written.position(),
          event.type(),
          event.subject(),
          event.source(),
          event.time(),
          written.recordedAt());
    }
  }

  /// @param since what had brought it there
  record Then(String state, @Nullable Integer number, HistoryView since) {
    static Then of(InForce then) {
      return new Then(
          then.state().text(),
          then.since().version().map(NumberedVersion::number).orElse(null),
          HistoryView.of(then.since()));
    }
  }

  record Now(String state, @Nullable Integer number) {
    static Now of(Automation automation) {
      return new Now(
          automation.state().text(),
          automation.published().map(NumberedVersion::number).orElse(null));
    }
  }

  /// @param event the type or family that it listens to
  /// @param when its condition
  /// @param part the first part of the condition that was not met
  /// @param saw the places in the event that this part looked at
  record Trigger(String event, String when, String part, String reason, List<Saw> saw) {
    static Trigger of(Unmet unmet) {
      return new Trigger(
          unmet.event(),
          unmet.when(),
          unmet.why().part(),
          unmet.why().sentence(),
          unmet.why().saw().stream().map(Saw::of).toList());
    }
  }

  /// @param value left out where the event has no such place, or where it is long
  /// @param preview the beginning of a long one
  /// @param missing the event has no such place
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Saw(
      String path,
      @JsonRawValue @Nullable String value,
      @Nullable String preview,
      boolean missing,
      String from) {
    static Saw of(Seen seen) {
      Optional<String> text = seen.value().map(Json::text);
      return new Saw(
          seen.path(),
          text.filter(it -> it.length() <= LONGEST_VALUE).orElse(null),
          text.filter(it -> it.length() > LONGEST_VALUE)
              .map(it -> it.substring(0, LONGEST_VALUE) + "…")
              .orElse(null),
          text.isEmpty(),
          seen.from());
    }
  }
}
