package dev.pilothouse.builderapi;

import dev.pilothouse.model.Accepted;
import dev.pilothouse.model.Caller;
import dev.pilothouse.model.RunId;
import dev.pilothouse.spi.Intake;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Takes events in.
@RestController
@RequestMapping("/v1/events")
final class EventsController {
  record Answer(String id, long position, List<String> runs, boolean duplicate) {
    static Answer of(Accepted accepted) {
      return new Answer(
          accepted.id().toString(),
          accepted.position(),
          accepted.runs().stream().map(RunId::toString).toList(),
          accepted.duplicate());
    }
  }

  private final Intake intake;
  private final CloudEventReader reader;
  private final int maxBytes;

  EventsController(Intake intake, JsonMapper json, Clock clock, HttpConfig config) {
    this.intake = intake;
    this.reader = new CloudEventReader(json, clock);
    this.maxBytes = config.maxEventBytes();
  }

  @PostMapping(consumes = {"application/cloudevents+json", "application/json"})
  @ResponseStatus(HttpStatus.ACCEPTED)
  Answer accept(@AuthenticationPrincipal Caller caller, HttpServletRequest request)
      throws IOException {
    if (!caller.role().maySendEvents()) {
      throw RefusedException.because(
          HttpStatus.FORBIDDEN,
          "The role '" + caller.role().text() + "' may look but not send events.");
    }
    return Answer.of(intake.accept(caller, reader.read(bounded(request))));
  }

  private byte[] bounded(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(maxBytes + 1);
    if (body.length > maxBytes) {
      throw RefusedException.because(
          HttpStatus.CONTENT_TOO_LARGE,
          "An event may have at most " + maxBytes + " bytes. Send a reference to what is larger.");
    }
    return body;
  }
}
