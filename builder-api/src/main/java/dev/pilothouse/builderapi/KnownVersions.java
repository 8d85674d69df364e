package dev.pilothouse.builderapi;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.Caller;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.spi.Automations;
import dev.pilothouse.spi.Automations.Version;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/// Versions as people and programs name them: by number or by hash.
record KnownVersions(Automations automations) {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  Version find(Caller caller, String id, String named) {
    AutomationId automation = KnownAutomations.id(id);
    return version(caller.tenant(), automation, named)
        .orElseThrow(() ->
            automations.find(caller.tenant(), automation).isPresent()
                ? unknown(named)
                : KnownAutomations.unknown(id));
  }

  /// What cannot be stored names none.
  private Optional<Version> version(TenantId tenant, AutomationId automation, String named) {
    if (StorableText.unfitIn(named).isPresent()) {
      return Optional.empty();
    }
    return NUMBER.matcher(named).matches()
        ? automations.version(tenant, automation, Integer.parseInt(named))
        : automations.version(tenant, automation, new VersionId(named));
  }

  private static RefusedException unknown(String named) {
    return RefusedException.because(
        HttpStatus.NOT_FOUND,
        "This automation has no version '"
            + named
            + "'. Name one by its number or its whole hash; GET …/versions lists them.");
  }
}
