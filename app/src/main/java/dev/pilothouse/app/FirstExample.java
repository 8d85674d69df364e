package dev.pilothouse.app;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.Draft;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Automations;
import dev.pilothouse.spi.Publications;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// An automation that is there from the first start on, so that the first event sent has something
/// to show for it.
record FirstExample(Automations automations, Publications publications) {
  private static final String ACTOR = "pilothouse";

  void publish(TenantId tenant) {
    Draft draft = Draft.of(text());
    automations
        .create(tenant, "Acknowledge", draft, ACTOR)
        .ifPresent(automation -> publish(tenant, automation, draft));
  }

  private void publish(TenantId tenant, AutomationId automation, Draft draft) {
    var _ =
        publications.publish(
            new Publications.Order(tenant, automation, ACTOR, "Made at the first start."),
            draft.tag());
  }

  private static Json text() {
    try (InputStream file = FirstExample.class.getResourceAsStream("acknowledge.json")) {
      return new Json(
          new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
