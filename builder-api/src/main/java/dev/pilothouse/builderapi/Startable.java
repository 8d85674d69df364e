package dev.pilothouse.builderapi;

import dev.pilothouse.builderapi.RefusedException.Fault;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.Caller;
import dev.pilothouse.model.NumberedVersion;
import dev.pilothouse.spi.Automations;
import dev.pilothouse.spi.Automations.Automation;
import dev.pilothouse.spi.Automations.Version;
import dev.pilothouse.spi.Handover;
import dev.pilothouse.spi.Handover.By;
import dev.pilothouse.spi.SchemaCheck.Misfit;
import java.util.List;
import org.springframework.http.HttpStatus;

/// Whether an automation can be started by name as it stands, and with what is handed over.
record Startable(Automations automations, Handover handover) {

  void require(Caller caller, Automation automation, StartRequest asked) {
    requireInForce(automation);
    AutomationVersion version = inForce(caller, automation);
    switch (handover.check(version, by(caller, asked.trigger()), asked.input())) {
      case Handover.Answer.Fits _ -> {}
      case Handover.Answer.NotSo(String sentence) -> throw conflict(sentence);
      case Handover.Answer.Unfit(List<Misfit> misfits) ->
          throw RefusedException.with(
              "'%s' asks for other input.".formatted(automation.name()),
              misfits.stream().map(it -> new Fault(it.path(), it.sentence())).toList());
    }
  }

  private static void requireInForce(Automation automation) {
    String name = "'" + automation.name() + "'";
    switch (automation.state()) {
      case PUBLISHED -> {}
      case DRAFT ->
          throw conflict(
              name + " was never published, so that there is nothing to start. Publish it first.");
      case PAUSED ->
          throw conflict(
              name + " is paused. Resume it first; GET …/history says who paused it, and why.");
      case ARCHIVED -> throw conflict(name + " is archived. Restore and resume it first.");
    }
  }

  private AutomationVersion inForce(Caller caller, Automation automation) {
    NumberedVersion published = automation.published().orElseThrow();
    Version version =
        automations.version(caller.tenant(), automation.id(), published.hash()).orElseThrow();
    return new AutomationVersion(
        automation.id(), published.hash(), automation.name(), version.content().definition());
  }

  /// @param trigger the button's label; empty where it is not said
  static By by(Caller caller, String trigger) {
    return switch (caller) {
      case Caller.SignedIn _ -> new By.Person(trigger);
      case Caller.Program _ -> new By.Program();
    };
  }

  private static RefusedException conflict(String sentence) {
    return RefusedException.because(HttpStatus.CONFLICT, sentence);
  }
}
