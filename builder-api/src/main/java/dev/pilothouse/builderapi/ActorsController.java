package dev.pilothouse.builderapi;

import dev.pilothouse.model.Caller;
import dev.pilothouse.spi.Actors;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Who is behind `person/…` and `key/…`, wherever the journal and the runs name them.
@RestController
final class ActorsController {
  record Actor(String actor, String name) {}

  record Known(List<Actor> items) {}

  private final Actors actors;

  ActorsController(Actors actors) {
    this.actors = actors;
  }

  @GetMapping("/v1/actors")
  Known known(@AuthenticationPrincipal Caller caller) {
    return new Known(
        actors.known(caller.tenant()).entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(each -> new Actor(each.getKey(), each.getValue()))
            .toList());
  }
}
