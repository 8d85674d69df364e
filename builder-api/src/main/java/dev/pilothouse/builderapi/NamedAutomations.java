package dev.pilothouse.builderapi;

import dev.pilothouse.chain.CalledAutomations;
import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationState;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Automations;
import dev.pilothouse.spi.Automations.Automation;
import dev.pilothouse.spi.Automations.Drafted;
import dev.pilothouse.spi.Automations.Filter;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;

/// The automations of one tenant as steps call them: by name or id.
record NamedAutomations(Automations all, TenantId tenant) implements CalledAutomations {
  /// A mistyped name is looked for among so many, not in a house without an end.
  private static final int MOST_NAMES = 1_000;

  private static final Filter NOT_ARCHIVED =
      new Filter(EnumSet.complementOf(EnumSet.of(AutomationState.ARCHIVED)), "", "", "");

  Optional<Automation> find(String named) {
    return AutomationId.parse(named)
        .or(() -> all.named(tenant, named))
        .flatMap(id -> all.find(tenant, id))
        .map(Drafted::automation);
  }

  @Override
  public Standing standing(String automation) {
    return find(automation)
        .map(it -> isInForce(it) ? Standing.PUBLISHED : Standing.UNPUBLISHED)
        .orElse(Standing.UNKNOWN);
  }

  private static boolean isInForce(Automation automation) {
    return automation.published().isPresent() && automation.state() != AutomationState.ARCHIVED;
  }

  @Override
  public Collection<String> names() {
    return all.page(tenant, NOT_ARCHIVED, Optional.empty(), MOST_NAMES).stream()
        .map(Automation::name)
        .toList();
  }
}
