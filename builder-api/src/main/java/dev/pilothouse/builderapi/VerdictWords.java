package dev.pilothouse.builderapi;

import static java.util.stream.Collectors.joining;

import dev.pilothouse.chain.Heard.Unmet;
import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationState;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.NumberedVersion;
import dev.pilothouse.model.StoredVerdict;
import dev.pilothouse.spi.Automations.Automation;
import dev.pilothouse.spi.Publications.Change;
import dev.pilothouse.spi.Publications.InForce;
import dev.pilothouse.spi.Publications.Publication;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Verdicts in sentences that people understand without knowing how the house works.
final class VerdictWords {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd 'at' HH:mm 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Automation automation;

  VerdictWords(Automation automation) {
    this.automation = automation;
  }

  String kept(StoredVerdict kept, Optional<InForce> then) {
    return switch (kept.kind()) {
      case FIRED -> "It started a run.";
      case PAUSED -> kept.reason() + then.map(VerdictWords::whoPaused).orElse("");
      case DEDUPLICATED, THROTTLED, SKIPPED, LOOP_CUT -> kept.reason();
    };
  }

  private static String whoPaused(InForce then) {
    return then.since().change() == Change.PAUSED
        ? " %s did so on %s%s"
            .formatted(
                then.since().stamp().name(),
                TIME.format(then.since().stamp().at()),
                noted(then.since()))
        : "";
  }

  private static String noted(Publication change) {
    return change.note().isEmpty() ? "." : ": " + change.note();
  }

  String notMet(List<Unmet> triggers) {
    return triggers.stream().map(trigger -> trigger.why().sentence()).collect(joining(" "));
  }

  /// What is different now, and what stood in the way beside.
  String since(InForce then) {
    String paused = then.state() == AutomationState.PAUSED ? " It was paused then as well." : "";
    Optional<NumberedVersion> now =
        automation.published().filter(it -> !Optional.of(it).equals(then.since().version()));
    return paused
        + now.flatMap(it ->
                then.since()
                    .version()
                    .map(old ->
                        " It was version %d then; now it is version %d."
                            .formatted(old.number(), it.number())))
            .orElse("");
  }

  String notPublished(Optional<Publication> first) {
    return first
        .map(it ->
            "It was published only later: %s on %s, by %s."
                .formatted(
                    it.version().map(version -> "version " + version.number()).orElse(""),
                    TIME.format(it.stamp().at()),
                    it.stamp().name()))
        .orElse("It was never published, so that no event starts it.");
  }

  String archived(InForce then) {
    return "It was archived then, since %s, by %s."
        .formatted(TIME.format(then.since().stamp().at()), then.since().stamp().name());
  }

  String forAnother(NewEntry entry, AutomationId alone) {
    return "This event is for the automation %s alone, of which %s asked for a run."
        .formatted(alone, entry.actor());
  }

  String inThatMoment(Publication change) {
    return " It was changed in that moment (%s on %s, by %s)."
        .formatted(
            change.change().text().replace('_', ' '),
            TIME.format(change.stamp().at()),
            change.stamp().name());
  }

  String untold() {
    return "It should have started, and nothing is kept of it: the event is from before verdicts were"
        + " kept, or the software of that time could not read this version.";
  }
}
