package dev.pilothouse.builderapi;

import dev.pilothouse.model.EventId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.RecordKind;
import dev.pilothouse.model.RecordRef;
import dev.pilothouse.model.StoredRecord;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Books;
import dev.pilothouse.spi.Desk;
import dev.pilothouse.spi.Kept;
import dev.pilothouse.spi.Kept.Misfit;
import dev.pilothouse.spi.Records;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Records in memory, without rules but one: an `amount` is a number.
final class RecordsFake implements Records, Desk {
  static final Instant THEN = Instant.parse("2026-11-20T09:58:00Z");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final Map<RecordRef, StoredRecord> kept = new ConcurrentHashMap<>();
  volatile Search asked = Search.ALL;

  @Override
  public Optional<StoredRecord> find(TenantId tenant, RecordRef record) {
    return Optional.ofNullable(kept.get(record));
  }

  @Override
  public List<StoredRecord> page(
      TenantId tenant, RecordKind kind, Search search, Optional<Long> cursor, int limit) {
    asked = search;
    return kept.values().stream()
        .filter(it -> it.ref().kind() == kind && it.fields().text().contains(search.words()))
        .filter(it -> cursor.isEmpty() || it.position() < cursor.get())
        .sorted(Comparator.comparingLong(StoredRecord::position).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public List<String> filters(RecordKind kind) {
    return List.of("stage", "overdue");
  }

  @Override
  public <T> T byHand(TenantId tenant, String actor, Function<Books, T> work) {
    return work.apply(new InMemory(actor));
  }

  @Override
  public <T> T tryOut(TenantId tenant, String owner, Function<Books, T> work) {
    Map<RecordRef, StoredRecord> before = Map.copyOf(kept);
    try {
      return work.apply(new InMemory("trial"));
    } finally {
      kept.clear();
      kept.putAll(before);
    }
  }

  private final class InMemory implements Books {
    private final String actor;

    InMemory(String actor) {
      this.actor = actor;
    }

    @Override
    public Kept create(RecordRef record, Json fields) {
      return kept.containsKey(record)
          ? new Kept.Taken(record, "the id '" + record.id() + "'")
          : checked(record, fields, 1);
    }

    @Override
    public Kept change(RecordRef record, long version, Json fields) {
      StoredRecord found = kept.get(record);
      if (found == null) {
        return new Kept.NoSuch(record);
      }
      return version == ANY_VERSION || version == found.version()
          ? checked(record, merged(found.fields(), fields), found.version() + 1)
          : new Kept.Outdated(record, found.version());
    }

    @Override
    public Kept put(RecordRef record, Json fields) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Kept putContact(String email, Json fields) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Told tell(Notice notice) {
      throw new UnsupportedOperationException();
    }

    @Override
    public EventId emit(Fact fact) {
      throw new UnsupportedOperationException();
    }

    private Kept checked(RecordRef record, Json fields, long version) {
      ObjectNode tree = tree(fields);
      if (tree.has("amount") && !tree.path("amount").isNumber()) {
        return new Kept.Unfit(
            record,
            List.of(new Misfit("amount", "a number", "'much'", "Write it without quotes.")));
      }
      Json whole = new Json(tree.put("id", record.id()).toString());
      kept.put(
          record, new StoredRecord(record, kept.size() + 1L, whole, version, actor, THEN, THEN));
      return new Kept.Done(record, Json.NULL, whole, version);
    }

    private static Json merged(Json before, Json fields) {
      ObjectNode all = tree(before);
      all.setAll(tree(fields));
      return new Json(all.toString());
    }

    private static ObjectNode tree(Json json) {
      return JSON.readTree(json.text()).asObject();
    }
  }
}
