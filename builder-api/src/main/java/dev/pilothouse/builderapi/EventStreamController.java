package dev.pilothouse.builderapi;

import dev.pilothouse.builderapi.EventStream.Feed;
import dev.pilothouse.builderapi.EventStream.Told;
import dev.pilothouse.model.Caller;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Journal;
import dev.pilothouse.spi.Journal.Filter;
import dev.pilothouse.spi.Journal.Mark;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Shows the journal live.
@RestController
final class EventStreamController {
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
    NewEntries entries = new NewEntries(journal, caller.tenant(), filter.read());
    try (StreamPlaces.Place place = places.take(caller.tenant())) {
      new LiveAnswer(json, response).tell(entries, last, place);
    }
  }

  /// What is new in the journal.
  record NewEntries(Journal journal, TenantId tenant, Filter filter) implements Feed {
    @Override
    public String name() {
      return "the journal";
    }

    @Override
    public Mark now() {
      return journal.now();
    }

    @Override
    public List<Told> after(Mark mark, int limit) {
      return journal.after(tenant, filter, mark, limit).stream()
          .map(entry -> new Told(entry.mark(), EntryView.Whole.of(entry.entry())))
          .toList();
    }
  }
}
