package dev.pilothouse.app;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.pilothouse.chain.EventCatalogue;
import dev.pilothouse.chain.EventType;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the house itself has written into a tenant's journal, held against the catalogue of types:
/// authors are told that they can count on it.
record WrittenEntries(List<NewEntry> all) {
  private static final int PAGE = 200;
  private static final EventCatalogue CATALOGUE = EventCatalogue.standard();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  static WrittenEntries of(Journal journal, TenantId tenant) {
    Journal.Filter ours =
        new Journal.Filter("", "", "pilothouse", Optional.empty(), Optional.empty());
    List<NewEntry> all = new ArrayList<>();
    Optional<Long> cursor = Optional.empty();
    List<JournalEntry> page;
    do {
      page = journal.page(tenant, ours, cursor, PAGE);
      page.stream()
          .map(JournalEntry::entry)
          .filter(entry -> !entry.cameFromOutside())
          .forEach(all::add);
      cursor = page.isEmpty() ? cursor : Optional.of(page.getLast().position());
    } while (page.size() == PAGE);
    return new WrittenEntries(all);
  }

  Set<String> types() {
    return all.stream().map(entry -> entry.event().type()).collect(Collectors.toSet());
  }

  /// Each a sentence; none where all of it is as the catalogue says.
  List<String> misfits() {
    return all.stream().flatMap(WrittenEntries::misfits).distinct().toList();
  }

  private static Stream<String> misfits(NewEntry entry) {
    String name = entry.event().type();
    return CATALOGUE
        .named(name)
        .filter(EventType::ours)
        .map(type -> misfits(type, entry))
        .orElseGet(() -> Stream.of("'" + name + "' is not in the catalogue as one of ours"));
  }

  private static Stream<String> misfits(EventType type, NewEntry entry) {
    if (type.change().isPresent() != entry.change().isPresent()) {
      return Stream.of("'" + type.name() + "' has a change here or there, and not in both");
    }
    return Stream.concat(
        misfits(type, "data", type.data(), data(entry)),
        entry.change().stream()
            .flatMap(change ->
                Stream.concat(
                    misfits(type, "before", type.change().orElseThrow().before(), change.before()),
                    misfits(type, "after", type.change().orElseThrow().after(), change.after()))));
  }

  private static Json data(NewEntry entry) {
    return switch (entry.event().data()) {
      case EventData.Parsed(Json json) -> json;
      case EventData.Raw raw ->
          throw new AssertionError("The house wrote '" + raw.contentType() + "' into its journal");
    };
  }

  private static Stream<String> misfits(EventType type, String part, Json schema, Json value) {
    return SCHEMAS.getSchema(schema.text()).validate(value.text(), InputFormat.JSON).stream()
        .map(error -> "'%s', %s: %s, but it is %s".formatted(type.name(), part, error, value));
  }
}
