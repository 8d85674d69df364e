package dev.pilothouse.builderapi;

import dev.pilothouse.builderapi.EventStream.Feed;
import dev.pilothouse.builderapi.StreamPlaces.Place;
import dev.pilothouse.spi.Journal.Mark;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/// An answer that goes on as long as there is news. Stays in the request's own virtual thread and
/// writes to the servlet's stream: what Spring offers for streaming holds back every flush until
/// the end.
final class LiveAnswer {
  private static final Logger LOG = LoggerFactory.getLogger(LiveAnswer.class);

  private final JsonMapper json;
  private final HttpServletResponse response;

  LiveAnswer(JsonMapper json, HttpServletResponse response) {
    this.json = json;
    this.response = response;
  }

  /// What is told to a listener, from the answer's beginning to its end.
  @FunctionalInterface
  interface Live {
    /// @throws IOException when the listener has gone, or takes nothing any more
    void tell(OutputStream listener) throws IOException, InterruptedException;
  }

  /// @param last the mark to go on from, as the listener had it; empty for now
  void tell(Feed feed, String last, Place place) {
    Mark mark = last.isEmpty() ? feed.now() : mark(last);
    tell(listener -> new EventStream(feed, json, mark, listener).run(place::waits));
  }

  /// Whatever has to be looked up first must have been: from here on no other answer can be given.
  void tell(Live live) {
    try {
      announce();
      live.tell(response.getOutputStream());
    } catch (IOException gone) {
      LOG.debug("A listener has gone", gone);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failure) {
      requireBegun(failure);
      LOG.warn("A stream ends, since the database is away: {}", failure.toString());
    }
  }

  /// Where the answer has begun the listener comes again. A fault of ours is told as one.
  private void requireBegun(RuntimeException failure) {
    if (!response.isCommitted() || !DatabaseAway.isToldBy(failure)) {
      throw failure;
    }
  }

  private void announce() {
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
