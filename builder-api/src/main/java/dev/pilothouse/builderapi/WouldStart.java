package dev.pilothouse.builderapi;

import static java.util.stream.Collectors.joining;

import dev.pilothouse.chain.ConditionExplained;
import dev.pilothouse.chain.Heard;
import dev.pilothouse.chain.Trigger.OnEvent;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.spi.Handover;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether an event would start an automation, trigger by trigger.
///
/// @param why in a sentence or two
record WouldStart(boolean would, String why, List<Heeded> triggers) {
  /// @param event the type or family that it listens to
  /// @param when its condition; null where it has none
  record Heeded(String event, @Nullable String when, boolean accepts, String why) {
    private static Heeded of(OnEvent trigger, NewEntry entry) {
      return new Heeded(
          trigger.event(),
          trigger.when().map(Object::toString).orElse(null),
          trigger.accepts(entry),
          trigger.acceptsType(entry)
              ? trigger
                  .when()
                  .map(when -> ConditionExplained.inWords(when, entry))
                  .orElse("It takes every event of this type.")
              : "The event is a " + entry.event().type() + ", which it does not listen to.");
    }
  }

  static WouldStart of(DryRunRequest asked, Handover handover) {
    NewEntry entry = asked.entry();
    List<Heeded> triggers =
        asked.chain().definition().events().map(trigger -> Heeded.of(trigger, entry)).toList();
    return entry
        .to()
        .map(address ->
            address.automation().equals(asked.chain().version().automation())
                ? ofHandover(asked, handover, triggers)
                : new WouldStart(false, "The event is for another automation alone.", triggers))
        .orElseGet(() -> ofTriggers(asked, triggers));
  }

  private static WouldStart ofHandover(
      DryRunRequest asked, Handover handover, List<Heeded> triggers) {
    return asked
        .byName()
        .flatMap(it -> objection(asked.chain().version(), it, handover))
        .map(why -> new WouldStart(false, why, triggers))
        .orElseGet(() -> new WouldStart(true, "The event is for this automation alone.", triggers));
  }

  private static Optional<String> objection(
      AutomationVersion version, DryRunRequest.ByName started, Handover handover) {
    return switch (handover.check(version, started.by(), started.input())) {
      case Handover.Answer.Fits _ -> Optional.empty();
      case Handover.Answer.NotSo(String sentence) -> Optional.of(sentence);
      case Handover.Answer.Unfit unfit -> Optional.of(unfit.sentence(version.name()));
    };
  }

  private static WouldStart ofTriggers(DryRunRequest asked, List<Heeded> triggers) {
    return triggers.stream()
        .filter(Heeded::accepts)
        .findFirst()
        .map(met -> new WouldStart(true, accepted(met), triggers))
        .orElseGet(() -> new WouldStart(false, refused(asked), triggers));
  }

  private static String accepted(Heeded met) {
    return "Its trigger on " + met.event() + " accepts the event. " + met.why();
  }

  private static String refused(DryRunRequest asked) {
    return switch (Heard.by(asked.chain().version(), asked.entry())) {
      case Heard.OtherType(String sentence) -> sentence;
      case Heard.NotMet(var triggers) ->
          triggers.stream().map(unmet -> unmet.why().sentence()).collect(joining(" "));
      case Heard.Met _ -> "";
    };
  }
}
