package dev.pilothouse.stores;

import dev.pilothouse.model.EventId;
import dev.pilothouse.spi.Verdicts.Bounds;
import dev.pilothouse.spi.Verdicts.LookBack;
import dev.pilothouse.spi.Verdicts.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Looks through the journal for what one automation may have something to say about. Only the
/// heads of entries are looked at; what is found is read whole.
final class JournalLookBack {
  /// Every version counts: what an automation did not listen to yet, or does no more, is asked for
  /// as well. Of one that was never published the draft does.
  private static final String PATTERNS =
      """
      select distinct t ->> 'event' pattern from (
        select definition from automation_version where automation_id = :automation
        union all select draft from automation where id = :automation and published is null) d, %s
      where jsonb_typeof(t -> 'event') = 'string'\
      """
          .formatted(ListenedTypes.triggers("d.definition"));

  private static final String HEADS =
      """
      select id, position, recorded_at, recorded_at >= :from and recorded_at < :until and (
          to_automation = :automation
          or to_automation is null and exists (select from unnest(:patterns::text[]) p where %s)) mine
      from journal where tenant_id = :tenant and position < :before order by position desc limit :look\
      """
          .formatted(
              ListenedTypes.fits("p", "type", "cause_event is null and source_id <> id::text"));

  private final JdbcClient jdbc;
  private final Question question;

  JournalLookBack(JdbcClient jdbc, Question question) {
    this.jdbc = jdbc;
    this.question = question;
  }

  /// @param mine of a type that is asked for
  private record Head(EventId id, long position, Instant recordedAt, boolean mine) {}

  LookBack from(Optional<Long> before, Bounds bounds) {
    List<String> patterns = patterns();
    return patterns.isEmpty()
        ? new LookBack(List.of(), 0, Optional.empty(), Optional.empty())
        : looked(heads(patterns, before.orElseGet(this::start), bounds.look()), bounds);
  }

  private long start() {
    return question
        .until()
        .map(new EntryPlaces(jdbc, question.tenant())::after)
        .orElse(Long.MAX_VALUE);
  }

  private LookBack looked(List<Head> heads, Bounds bounds) {
    List<Head> found = new ArrayList<>();
    int looked = 0;
    while (looked < heads.size() && found.size() < bounds.find() && !isOver(heads.get(looked))) {
      Head head = heads.get(looked++);
      if (head.mine()) {
        found.add(head);
      }
    }
    boolean over = looked < heads.size() ? isOver(heads.get(looked)) : heads.size() < bounds.look();
    Optional<Head> last = looked == 0 ? Optional.empty() : Optional.of(heads.get(looked - 1));
    return new LookBack(
        EntryRows.of(jdbc, found.stream().map(Head::id).toList()),
        looked,
        over ? Optional.empty() : last.map(Head::position),
        last.map(Head::recordedAt));
  }

  /// From here on all is older than what is asked for.
  private boolean isOver(Head head) {
    return question
        .from()
        .filter(from -> head.recordedAt().isBefore(from.minus(EntryPlaces.LONGEST_TRANSACTION)))
        .isPresent();
  }

  private List<String> patterns() {
    return jdbc.sql(PATTERNS)
        .param("automation", question.automation().value())
        .query((row, _) -> row.getString("pattern"))
        .list();
  }

  private List<Head> heads(List<String> patterns, long before, int look) {
    return jdbc.sql(HEADS)
        .param("tenant", question.tenant().value())
        .param("automation", question.automation().value())
        .param("patterns", patterns.toArray(String[]::new))
        .param("from", Rows.utc(question.from().orElse(Instant.EPOCH)))
        .param("until", Rows.utc(question.until().orElse(VerdictRows.LAST)))
        .param("before", before)
        .param("look", look)
        .query((row, _) ->
            new Head(
                new EventId(Rows.id(row, "id")),
                row.getLong("position"),
                Rows.instant(row, "recorded_at"),
                row.getBoolean("mine")))
        .list();
  }
}
