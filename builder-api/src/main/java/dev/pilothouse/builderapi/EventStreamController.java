package dev.pilothouse.builderapi;

import dev.pilothouse.builderapi.EventStream.Question;
import dev.pilothouse.model.Caller;
import dev.pilothouse.spi.Journal;
import dev.pilothouse.spi.Journal.Mark;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Shows the journal live. Stays in the request's own virtual thread and writes to the servlet's
/// stream: what Spring offers for streaming holds back every flush until the end.
@RestController
final class EventStreamController {
  private static final Logger LOG = LoggerFactory.getLogger(EventStreamController.class);

  private final Journal journal;
  private final JsonMapper json;
  private final StreamPlaces places;

  EventStreamController(Journal journal, JsonMapper json, StreamPlaces places) {
    this.journal = journal;
    this.json = json;
    this.places = places;
  }

  @GetMapping(
      path = {"/v1/events", "/v1/events/stream"},
      produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  void follow(
      @AuthenticationPrincipal Caller caller,
      EventFilter filter,
      @RequestHeader(name = "Last-Event-ID", defaultValue = "") String last,
      HttpServletResponse response) {
    Question question = new Question(caller.tenant(), filter.read());
    try (StreamPlaces.Place place = places.take(caller.tenant())) {
      Mark mark = last.isEmpty() ? journal.now() : mark(last);
      announce(response);
      new EventStream(journal, json, question, mark, response.getOutputStream()).run(place::waits);
    } catch (IOException gone) {
      LOG.debug("A listener has gone", gone);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    } catch (DataAccessException away) {
      // the answer has begun, so that no other can be given: the listener comes again
      requireBegun(response, away);
      LOG.warn("An event stream ends, since the database is away: {}", away.toString());
    }
  }

  private static void requireBegun(HttpServletResponse response, DataAccessException away) {
    if (!response.isCommitted()) {
      throw away;
    }
  }

  private static void announce(HttpServletResponse response) {
    response.setStatus(HttpStatus.OK.value());
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setCharacterEncoding("UTF-8");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    response.setHeader("X-Accel-Buffering", "no"); // or a proxy gathers what should go at once
  }

  private static Mark mark(String text) {
    String[] parts = text.split("\\.", -1);
    try {
      if (parts.length == 2) {
        return new Mark(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
      }
    } catch (NumberFormatException notAMark) {
      LOG.trace("'{}' is no mark", text, notAMark);
    }
    throw RefusedException.because(
        HttpStatus.BAD_REQUEST,
        "Expected 'Last-Event-ID' as the id of an event of this stream, but found '" + text + "'.");
  }
}
