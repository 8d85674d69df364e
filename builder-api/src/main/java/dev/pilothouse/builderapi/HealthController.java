package dev.pilothouse.builderapi;

import dev.pilothouse.spi.Health;
import dev.pilothouse.spi.PartHealth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tells probes and the page how this process is; the only answers that need no key.
@RestController
final class HealthController {
  record Part(String state, @Nullable String reason) {
    static Part of(PartHealth part) {
      return new Part(part.isUp() ? "up" : "waiting", part.waitsFor().orElse(null));
    }
  }

  record Readiness(
      boolean ready, String version, @Nullable String temporalUi, Map<String, Part> parts) {}

  private final Health health;
  private final About about;

  HealthController(Health health, About about) {
    this.health = health;
    this.about = about;
  }

  @GetMapping("/healthz")
  Map<String, Boolean> alive() {
    return Map.of("alive", true);
  }

  @GetMapping("/readyz")
  ResponseEntity<Readiness> ready() {
    List<PartHealth> parts = health.parts();
    boolean ready = parts.stream().allMatch(PartHealth::isUp);
    Map<String, Part> named = new LinkedHashMap<>();
    parts.forEach(part -> named.put(part.name(), Part.of(part)));
    String ui = about.temporalUi().isEmpty() ? null : about.temporalUi();
    return ResponseEntity.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .body(new Readiness(ready, about.version(), ui, named));
  }
}
