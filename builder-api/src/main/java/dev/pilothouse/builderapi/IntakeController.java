package dev.pilothouse.builderapi;

import dev.pilothouse.model.Accepted;
import dev.pilothouse.model.Caller;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.RunId;
import dev.pilothouse.spi.Intake;
import dev.pilothouse.spi.Journal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Takes events in. Reads the content type itself, since any is welcome beside `ce-` headers and a
/// refused delivery is kept whatever it was.
@RestController
final class IntakeController {
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
  private final DeliveryReader reader;
  private final RefusedDeliveries refusals;
  private final EventLimits limits;
  private final BodiesInHand bodies = BodiesInHand.ofThisProcess();

  IntakeController(
      Intake intake, Journal journal, JsonMapper mapper, Clock clock, HttpConfig config) {
    JsonText json = new JsonText(mapper);
    this.intake = intake;
    limits = new EventLimits(config.maxEventBytes());
    reader = new DeliveryReader(json, clock, limits);
    refusals = new RefusedDeliveries(journal, json);
  }

  @PostMapping("/v1/events")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Object accept(@AuthenticationPrincipal Caller caller, HttpServletRequest request)
      throws IOException {
    Delivery delivery = new Delivery(request);
    try (BodiesInHand.Held _ = bodies.hold(delivery.mostBytes(limits.structuredBytes()))) {
      List<Answer> answers =
          intake.accept(caller, events(caller, delivery)).stream().map(Answer::of).toList();
      return delivery.mode() == Delivery.Mode.BATCH ? answers : answers.getFirst();
    }
  }

  private List<CloudEvent> events(Caller caller, Delivery delivery) throws IOException {
    try {
      Right.SEND_EVENTS.require(caller);
      return reader.read(delivery);
    } catch (RefusedException refused) {
      refusals.keep(caller, delivery, refused);
      throw refused;
    }
  }
}
