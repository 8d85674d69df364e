package dev.pilothouse.stores;

import dev.pilothouse.model.RecordKind;
import dev.pilothouse.model.RecordRef;
import dev.pilothouse.spi.Kept.Misfit;
import dev.pilothouse.stores.FieldRule.Fit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A record as it is to stand, made of how it stood and what was given. Finds all that does not fit
/// before anything is written.
final class RecordDraft {
  private static final int MOST_CHARACTERS = 65_536;
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,59}");
  private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:@+~-]{0,199}");
  private static final Set<String> OURS =
      Set.of("id", "version", "createdAt", "createdBy", "changedAt");

  private final RecordRef record;
  private final RecordShape shape;
  private final ObjectNode before;
  private final ObjectNode fields;
  private final List<Misfit> misfits = new ArrayList<>();

  /// Of a record that is yet to be made.
  RecordDraft(RecordRef record) {
    this(record, JsonObjects.empty());
    checkId();
    withDefaults();
  }

  /// @param before its own fields, without what others show in it
  RecordDraft(RecordRef record, ObjectNode before) {
    this.record = record;
    this.before = before;
    shape = RecordShape.of(record.kind());
    fields = before.deepCopy();
  }

  /// @param nameOf what another record is called; empty where there is none
  RecordDraft with(ObjectNode given, Function<RecordRef, Optional<String>> nameOf) {
    given.properties().forEach(field -> set(field.getKey(), field.getValue()));
    shape.linked().forEach(link -> follow(link, given, nameOf));
    checkNeeded();
    checkSize();
    return this;
  }

  ObjectNode before() {
    return before;
  }

  ObjectNode fields() {
    return fields;
  }

  List<Misfit> misfits() {
    return misfits;
  }

  boolean changesNothing() {
    return fields.equals(before);
  }

  /// Whether the text in this field is another one than before.
  boolean changes(String field) {
    return !fields.path(field).equals(before.path(field));
  }

  private void withDefaults() {
    if (record.kind() == RecordKind.TASK) {
      fields.put("state", "open");
    }
    if (record.kind() == RecordKind.ACTIVITY) {
      fields.put("kind", "note").put("at", Instant.now().toString());
    }
  }

  private void set(String name, JsonNode value) {
    if (OURS.contains(name)) {
      misfit(name, "no '" + name + "'", "one", "It is not for others to set: leave it out.");
    } else if (!NAME.matcher(name).matches()) {
      misfit(
          name,
          "a name of letters, digits and _, a letter first, at most 60",
          "'" + name + "'",
          "");
    } else if (isNone(value)) {
      fields.remove(name);
    } else {
      keep(name, shape.rule(name).fit(value));
    }
  }

  private void keep(String name, Fit fit) {
    switch (fit) {
      case Fit.Kept(JsonNode kept) -> fields.set(name, kept);
      case Fit.Not(String expected, String found, String hint) ->
          misfit(name, expected, found, hint);
    }
  }

  private static boolean isNone(JsonNode value) {
    return value.isNull() || (value.isString() && value.asString().isBlank());
  }

  /// Where another record is named, its own name is shown and none is kept beside it.
  private void follow(Linked link, ObjectNode given, Function<RecordRef, Optional<String>> nameOf) {
    String id = fields.path(link.field()).asString("");
    boolean named = given.has(link.shown()) && !isNone(given.path(link.shown()));
    if (id.isEmpty() || !(named || changes(link.field()))) {
      return;
    }
    Optional<String> name = nameOf.apply(new RecordRef(link.kind(), id));
    if (name.isEmpty()) {
      misfit(
          link.field(),
          "the id of a " + link.kind().text(),
          "'" + id + "'",
          "There is no such "
              + link.kind().text()
              + " here. Make it first, or take its id from the list.");
      return;
    }
    String shown = given.path(link.shown()).asString("").strip();
    if (named && !shown.equals(name.get())) {
      misfit(
          link.shown(),
          "'" + name.get() + "', as '" + link.field() + "' says",
          "'" + shown + "'",
          "Leave it out: it follows from '" + link.field() + "'.");
    }
    fields.remove(link.shown());
  }

  private void checkId() {
    if (!ID.matcher(record.id()).matches()) {
      misfit(
          "id",
          "an id of letters, digits and . _ : @ + ~ -, a letter or digit first, at most 200",
          "'" + record.id() + "'",
          "");
    }
  }

  /// What is needed may be among what does not fit.
  private void checkNeeded() {
    List<String> needed = shape.needed();
    boolean lacks = needed.isEmpty() ? fields.isEmpty() : needed.stream().noneMatch(fields::has);
    if (lacks && misfits.isEmpty()) {
      misfit(
          needed.isEmpty() ? "" : needed.getFirst(),
          needed.isEmpty()
              ? "at least one field"
              : needed.stream().map(name -> "'" + name + "'").collect(Collectors.joining(" or ")),
          "none",
          "A " + record.kind().text() + " cannot be without.");
    }
  }

  private void checkSize() {
    int size = fields.toString().length();
    if (size > MOST_CHARACTERS) {
      misfit(
          "",
          "at most " + MOST_CHARACTERS + " characters in all fields",
          "" + size,
          "Keep what is long elsewhere, and its address here.");
    }
  }

  private void misfit(String field, String expected, String found, String hint) {
    misfits.add(new Misfit(field, expected, found, hint));
  }
}
