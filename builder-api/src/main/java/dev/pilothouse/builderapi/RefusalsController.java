package dev.pilothouse.builderapi;

import dev.pilothouse.model.Caller;
import dev.pilothouse.spi.Journal;
import dev.pilothouse.spi.Journal.KeptRefusal;
import dev.pilothouse.spi.Journal.RefusedFilter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Shows deliveries that never became events, to those who ask where theirs went. No event can have
/// the name of its path: their ids are of another form.
@RestController
final class RefusalsController {
  /// @param source empty, as `sourceId` and `type`, where it could not be read
  /// @param actor who sent it
  /// @param status that was answered, with `reason` as its sentence
  record Row(
      long number,
      Instant receivedAt,
      String source,
      String sourceId,
      String type,
      String actor,
      int status,
      String reason,
      long bytes) {
    static Row of(KeptRefusal kept) {
      Journal.Refusal refusal = kept.refusal();
      return new Row(
          kept.number(),
          kept.receivedAt(),
          refusal.source(),
          refusal.sourceId(),
          refusal.type(),
          refusal.actor(),
          refusal.status(),
          refusal.reason(),
          refusal.bytes());
    }
  }

  private final Journal journal;

  RefusalsController(Journal journal) {
    this.journal = journal;
  }

  @GetMapping("/v1/events/refused")
  PageLimit.Page<Row> newest(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable String source,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String until,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "") String before) {
    PageLimit rows = new PageLimit(limit);
    RefusedFilter filter =
        new RefusedFilter(
            AddressText.of(source),
            TimeText.optional("from", from),
            TimeText.optional("until", until));
    List<KeptRefusal> found =
        journal.refused(caller.tenant(), filter, PageLimit.position(before), rows.withNext());
    return rows.page(found, Row::of, kept -> "" + kept.number());
  }
}
