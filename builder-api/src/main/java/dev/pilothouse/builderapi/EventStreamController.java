package dev.pilothouse.builderapi;

import dev.pilothouse.builderapi.EntryOutcomes.Entry;
import dev.pilothouse.builderapi.EventStream.Feed;
import dev.pilothouse.builderapi.EventStream.Told;
import dev.pilothouse.model.Caller;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.spi.Journal;
import dev.pilothouse.spi.Journal.Filter;
import dev.pilothouse.spi.Journal.Mark;
import dev.pilothouse.spi.Journal.Marked;
import dev.pilothouse.spi.Verdicts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Shows the journal live.
@RestController
final class EventStreamController {
  private final Journal journal;
  private final Verdicts verdicts;
  private final JsonMapper json;
  private final StreamPlaces places;

  EventStreamController(Journal journal, Verdicts verdicts, JsonMapper json, StreamPlaces places) {
    this.journal = journal;
    this.verdicts = verdicts;
    this.json = json;
    this.places = places;
  }

  @GetMapping(
      path = {"/v1/events", "/v1/events/stream"},
      produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  void follow(
      @AuthenticationPrincipal Caller caller,
      EventFilter filter,
      @RequestParam(defaultValue = "") String include,
      @RequestHeader(name = "Last-Event-ID", defaultValue = "") String last,
      HttpServletResponse response) {
    NewEntries entries =
        new NewEntries(
            journal, filter.read(), EntryOutcomes.of(verdicts, caller.tenant(), include));
    try (StreamPlaces.Place place = places.take(caller.tenant())) {
      new LiveAnswer(json, response).tell(entries, last, place);
    }
  }

  /// What is new in the journal.
  record NewEntries(Journal journal, Filter filter, EntryOutcomes outcomes) implements Feed {
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
      List<Marked> news = journal.after(outcomes.tenant(), filter, mark, limit);
      Function<JournalEntry, Entry<EntryView.Whole>> shown =
          outcomes.beside(news.stream().map(Marked::entry).toList(), EntryView.Whole::of);
      return news.stream().map(it -> new Told(it.mark(), shown.apply(it.entry()))).toList();
    }
  }
}
