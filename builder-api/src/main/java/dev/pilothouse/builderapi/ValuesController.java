package dev.pilothouse.builderapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pilothouse.model.Caller;
import dev.pilothouse.model.Json;
import dev.pilothouse.spi.Runs;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Hands out what is too large to stand in a step's record, by its hash.
@RestController
final class ValuesController {
  private final Runs runs;

  ValuesController(Runs runs) {
    this.runs = runs;
  }

  @GetMapping(path = "/v1/values/{hash}", produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] value(@AuthenticationPrincipal Caller caller, @PathVariable String hash) {
    return runs.value(caller.tenant(), hash)
        .map(Json::text)
        .orElseThrow(() ->
            RefusedException.because(
                HttpStatus.NOT_FOUND,
                "There is no stored value '"
                    + hash
                    + "' here. Its hash stands as 'ref' in the timeline of its run."))
        .getBytes(UTF_8);
  }
}
