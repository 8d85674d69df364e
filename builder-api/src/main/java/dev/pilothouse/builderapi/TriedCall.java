package dev.pilothouse.builderapi;

import dev.pilothouse.model.AutomationState;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NumberedVersion;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Automations;
import dev.pilothouse.spi.Automations.Automation;
import dev.pilothouse.spi.Automations.Version;
import dev.pilothouse.spi.Handover;
import java.util.Optional;

/// Whether a step's call would start a run, as things stand: a try asks what the ledger asks.
record TriedCall(TenantId tenant, Automations automations, Handover handover) {

  /// @param named by its name or id
  Optional<StepError> objection(String named, Json input) {
    Optional<Automation> found = new NamedAutomations(automations, tenant).find(named);
    return found
        .flatMap(this::published)
        .map(version ->
            handover.objectionToCall(version, input).or(() -> found.flatMap(TriedCall::standing)))
        .orElseGet(() -> Optional.of(Handover.nothingNamed(named)));
  }

  private Optional<AutomationVersion> published(Automation automation) {
    return automation
        .published()
        .map(NumberedVersion::hash)
        .flatMap(hash -> automations.version(tenant, automation.id(), hash))
        .map(version -> version(automation, version));
  }

  private static AutomationVersion version(Automation automation, Version version) {
    return new AutomationVersion(
        automation.id(), version.id().hash(), automation.name(), version.content().definition());
  }

  private static Optional<StepError> standing(Automation automation) {
    return automation.state() == AutomationState.PUBLISHED
        ? Optional.empty()
        : Optional.of(
            new StepError(
                "call.refused",
                StepError.Kind.POLICY,
                "The automation '%s' took no run: it is %s."
                    .formatted(automation.name(), automation.state().text())));
  }
}
