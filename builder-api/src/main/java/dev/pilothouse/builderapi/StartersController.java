package dev.pilothouse.builderapi;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Hands out the automations to begin with.
@RestController
@RequestMapping("/v1/starters")
final class StartersController {
  record All(List<Starter> items) {}

  private final All all = new All(Starter.all());

  @GetMapping
  All all() {
    return all;
  }
}
