package dev.pilothouse.builderapi;

import dev.pilothouse.model.Caller;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.spi.FollowedRuns;
import dev.pilothouse.spi.FollowedRuns.Following;
import dev.pilothouse.spi.Runs;
import dev.pilothouse.spi.Runs.Seen;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Shows one run live, until it has ended.
@RestController
final class RunStreamController {
  private static final Pattern MARK = Pattern.compile("[0-9]{1,18}");

  private final Runs runs;
  private final FollowedRuns followed;
  private final JsonMapper json;
  private final StreamPlaces places;

  RunStreamController(Runs runs, FollowedRuns followed, JsonMapper json, StreamPlaces places) {
    this.runs = runs;
    this.followed = followed;
    this.json = json;
    this.places = places;
  }

  /// A browser that has seen the end comes again all the same: an answer without content tells it
  /// not to.
  @GetMapping(
      path = {"/v1/runs/{id}", "/v1/runs/{id}/stream"},
      produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  void follow(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestHeader(name = "Last-Event-ID", defaultValue = "") String last,
      HttpServletResponse response) {
    RunId run = RunId.parse(id).orElseThrow(() -> RunsController.unknown(id));
    if (last.endsWith(RunStream.ENDED)) {
      response.setStatus(HttpStatus.NO_CONTENT.value());
      return;
    }
    Optional<Long> mark = mark(last);
    Function<Optional<Long>, Seen> look =
        since -> look(caller, run, since).orElseThrow(() -> RunsController.unknown(id));
    try (StreamPlaces.Place place = places.toFollow(caller);
        Following following = followed.follow(new RunRef(caller.tenant(), run))) {
      Seen first = look.apply(mark);
      new LiveAnswer(json, response)
          .tell(listener ->
              new RunStream(json, listener, System::nanoTime)
                  .run(first, look, following, place::isOpen));
    }
  }

  private Optional<Seen> look(Caller caller, RunId run, Optional<Long> since) {
    return runs.look(caller.tenant(), run, since);
  }

  private static Optional<Long> mark(String last) {
    if (last.isEmpty()) {
      return Optional.empty();
    }
    if (!MARK.matcher(last).matches()) {
      throw RefusedException.because(
          HttpStatus.BAD_REQUEST,
          "Expected 'Last-Event-ID' as the id of an event of this stream, but found '"
              + last
              + "'. Leave it out to begin anew.");
    }
    return Optional.of(Long.parseLong(last));
  }
}
