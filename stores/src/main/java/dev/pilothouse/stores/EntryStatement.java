package dev.pilothouse.stores;

import dev.pilothouse.model.Address;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.NewEntry.Change;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Matching.Turn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Entries, their verdicts and their runs in one statement, however many they are.
final class EntryStatement {
  /// The entries as rows, before they are any.
  static final String ENTRIES =
      """
      with entry as materialized (
        select * from unnest(
          :ids::uuid[], :tenants::uuid[], :sources::text[], :sourceIds::text[], :types::text[], :subjects::text[], :times::timestamptz[],
          :data::text[], :contentTypes::text[], :bodies::text[], :before::text[], :after::text[],
          :actors::text[], :causeEvents::uuid[], :causeRuns::uuid[], :depths::int[],
          :toAutomations::uuid[], :toRuns::uuid[], :toSteps::text[])
        with ordinality as t(id, tenant, source, source_id, type, subject, time,
          data, content_type, body, before, after, actor, cause_event, cause_run, depth,
          to_automation, to_run, to_step, place)),
      """;

  private static final String SQL =
      ENTRIES
          + """
          matched as materialized (
            select * from unnest(:matched::uuid[], :matchedWith::bigint[]) t(whose, epoch)),
          written as (
            insert into journal (id, tenant_id, source, source_id, type, subject, time,
              data, content_type, body, before, after, actor, cause_event, cause_run, depth,
              to_automation, to_run, to_step, epoch)
            select id, tenant, source, source_id, type, subject, time,
              data::jsonb, content_type, decode(body, 'base64'), before::jsonb, after::jsonb, actor, cause_event, cause_run, depth,
              to_automation, to_run, to_step, coalesce(epoch, 0)
            from entry left join matched on whose = tenant order by place
            returning id, position),
          said as materialized (
            select * from unnest(
              :verdictEvents::uuid[], :automations::uuid[], :hashes::text[], :names::text[], :keys::text[],
              :kinds::text[], :reasons::text[], :runs::uuid[], :epochs::bigint[])
            as t(event, automation, hash, name, key, kind, reason, run, epoch)),
          kept as (
            insert into verdict (tenant_id, event_id, automation_id, hash, verdict, reason, run_id, epoch)
            select e.tenant, s.event, s.automation, s.hash, s.kind, s.reason, s.run, s.epoch
            from said s join entry e on e.id = s.event),
          born as (
            insert into run (id, tenant_id, event_id, automation, automation_id, version, position, depth,
              concurrency_key, fence, owner, parent_run, parent_step, cause_run, caused_key)
            select s.run, e.tenant, s.event, s.name, s.automation, s.hash, w.position, e.depth + 1,
              nullif(s.key, ''), case when o.owner is null then 0 else 1 end, o.owner, e.to_run, e.to_step, e.cause_run,
              case when e.cause_run is not null and e.to_automation is null
                then hashtextextended(s.automation::text || '/' || e.subject, 0) end
            from said s join entry e on e.id = s.event join written w on w.id = s.event,
              lateral (select case when s.key = '' then :owner::uuid end owner) o
            where s.kind = 'fired')
          select id, position from written\
          """;

  private final Optional<UUID> owner;

  EntryStatement(Optional<UUID> owner) {
    this.owner = owner;
  }

  /// @param epochs of the index that each tenant's entries were matched with
  Map<EventId, Long> insert(
      JdbcClient tx, List<NewEntry> entries, Map<TenantId, Long> epochs, List<Verdict> verdicts) {
    List<TenantId> tenants = List.copyOf(epochs.keySet());
    var statement = tx.sql(SQL).param("owner", owner.map(UUID::toString).orElse(null));
    return verdicts(entries(statement, entries), verdicts)
        .param("matched", Columns.texts(tenants, TenantId::toString))
        .param("matchedWith", Columns.longs(tenants, tenant -> epochs.getOrDefault(tenant, 0L)))
        .query((row, _) -> Map.entry(new EventId(Rows.id(row, "id")), row.getLong("position")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// What [#ENTRIES] names.
  static JdbcClient.StatementSpec entries(
      JdbcClient.StatementSpec statement, List<NewEntry> entries) {
    return addresses(content(statement, entries), entries)
        .param("ids", Columns.texts(entries, entry -> entry.id().toString()))
        .param("tenants", Columns.texts(entries, entry -> entry.tenant().toString()))
        .param("sources", Columns.texts(entries, entry -> entry.event().source()))
        .param("sourceIds", Columns.texts(entries, entry -> entry.event().sourceId()))
        .param("types", Columns.texts(entries, entry -> entry.event().type()))
        .param("subjects", Columns.texts(entries, entry -> entry.event().subject()))
        .param("times", Columns.instants(entries, entry -> entry.event().time()))
        .param("actors", Columns.texts(entries, NewEntry::actor))
        .param(
            "causeEvents",
            Columns.optionalTexts(
                entries, entry -> entry.cause().map(cause -> cause.event().toString())))
        .param(
            "causeRuns",
            Columns.optionalTexts(
                entries, entry -> entry.cause().map(cause -> cause.run().toString())))
        .param("depths", Columns.numbers(entries, NewEntry::depth));
  }

  private static JdbcClient.StatementSpec addresses(
      JdbcClient.StatementSpec statement, List<NewEntry> entries) {
    return statement
        .param(
            "toAutomations",
            Columns.optionalTexts(
                entries, entry -> entry.to().map(address -> address.automation().toString())))
        .param(
            "toRuns",
            Columns.optionalTexts(
                entries,
                entry -> entry.to().flatMap(Address::parent).map(step -> step.run().toString())))
        .param(
            "toSteps",
            Columns.optionalTexts(
                entries,
                entry -> entry.to().flatMap(Address::parent).map(step -> step.step().text())));
  }

  private static JdbcClient.StatementSpec content(
      JdbcClient.StatementSpec statement, List<NewEntry> entries) {
    return statement
        .param("data", Columns.optionalTexts(entries, entry -> json(entry.event().data())))
        .param(
            "contentTypes",
            Columns.optionalTexts(entries, entry -> contentType(entry.event().data())))
        .param("bodies", Columns.optionalTexts(entries, entry -> base64(entry.event().data())))
        .param(
            "before",
            Columns.optionalTexts(
                entries, entry -> entry.change().map(Change::before).map(json -> json.text())))
        .param(
            "after",
            Columns.optionalTexts(
                entries, entry -> entry.change().map(Change::after).map(json -> json.text())));
  }

  private static JdbcClient.StatementSpec verdicts(
      JdbcClient.StatementSpec statement, List<Verdict> verdicts) {
    return statement
        .param("verdictEvents", Columns.texts(verdicts, verdict -> verdict.entry().id().toString()))
        .param(
            "automations",
            Columns.texts(verdicts, verdict -> verdict.match().version().automation().toString()))
        .param(
            "hashes",
            Columns.texts(verdicts, verdict -> verdict.match().version().version().hash()))
        .param("names", Columns.texts(verdicts, verdict -> verdict.match().version().name()))
        .param("keys", Columns.texts(verdicts, EntryStatement::turnKey))
        .param("kinds", Columns.texts(verdicts, verdict -> verdict.kind().text()))
        .param("reasons", Columns.texts(verdicts, Verdict::reason))
        .param(
            "runs", Columns.optionalTexts(verdicts, verdict -> verdict.run().map(RunId::toString)))
        .param("epochs", Columns.longs(verdicts, verdict -> verdict.candidate().epoch()));
  }

  private static String turnKey(Verdict verdict) {
    return verdict.candidate().terms().turn().map(Turn::key).orElse("");
  }

  private static Optional<String> json(EventData data) {
    return switch (data) {
      case EventData.Parsed(var json) -> Optional.of(json.text());
      case EventData.Raw _ -> Optional.empty();
    };
  }

  private static Optional<String> contentType(EventData data) {
    return switch (data) {
      case EventData.Parsed _ -> Optional.empty();
      case EventData.Raw(var contentType, _) -> Optional.of(contentType);
    };
  }

  private static Optional<String> base64(EventData data) {
    return switch (data) {
      case EventData.Parsed _ -> Optional.empty();
      case EventData.Raw(_, var base64) -> Optional.of(base64);
    };
  }
}
