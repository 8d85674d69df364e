package dev.pilothouse.builderapi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.NewEntry.Change;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an entry says of a change, short enough to stand in a row of a list.
final class ShortChanges {
  private static final int SHOWN = 3;
  private static final int LONGEST = 80;

  /// @param before null where the field was not there; texts as they are, all else as JSON
  record Field(String field, @Nullable String before, @Nullable String after) {}

  /// @param changes the first few fields that are others than before; none where nothing changed
  /// @param moreChanges how many there are beside those
  record Row(@JsonUnwrapped EntryView.Row row, List<Field> changes, int moreChanges) {}

  private final JsonMapper json;

  ShortChanges(JsonMapper json) {
    this.json = json;
  }

  Row of(JournalEntry written) {
    List<Field> all = written.entry().change().map(this::fields).orElse(List.of());
    List<Field> shown = all.subList(0, Math.min(SHOWN, all.size()));
    return new Row(EntryView.Row.of(written), shown, all.size() - shown.size());
  }

  private List<Field> fields(Change change) {
    JsonNode before = json.readTree(change.before().text());
    JsonNode after = json.readTree(change.after().text());
    return Stream.concat(before.propertyNames().stream(), after.propertyNames().stream())
        .distinct()
        .filter(name -> !name.equals("id")) // the subject says it already
        .filter(name -> !at(before, name).equals(at(after, name)))
        .map(name -> new Field(name, shown(before, name), shown(after, name)))
        .toList();
  }

  private static Optional<JsonNode> at(JsonNode record, String field) {
    return Optional.ofNullable(record.get(field)).filter(value -> !value.isNull());
  }

  private static @Nullable String shown(JsonNode record, String field) {
    return at(record, field)
        .map(value -> value.isString() ? value.asString() : value.toString())
        .map(ShortChanges::cut)
        .orElse(null);
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(LONGEST - 1));
    return text.substring(0, splitsPair ? LONGEST - 1 : LONGEST) + "…";
  }
}
