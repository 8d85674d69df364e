package dev.pilothouse.actions.books;

import dev.pilothouse.actions.schema.JsonTree;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.RecordRef;
import dev.pilothouse.spi.ActionAnswer;
import dev.pilothouse.spi.Kept;
import dev.pilothouse.spi.Preview;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a change would do, in words and as before and after.
///
/// @param answer what the step would answer
record KeptPreview(Kept kept, ActionAnswer answer) {
  private static final int LONGEST = 80;

  Preview preview() {
    return switch (kept) {
      case Kept.Done done -> new Preview(sentence(done), details(done), Optional.of(answer));
      case Kept.Unfit _, Kept.NoSuch _, Kept.Taken _, Kept.Outdated _ ->
          Preview.ofFailure((ActionAnswer.Failed) answer);
    };
  }

  private static String sentence(Kept.Done done) {
    JsonNode before = JsonTree.of(done.before());
    JsonNode after = JsonTree.of(done.after());
    if (before.isNull()) {
      return "Makes the %s %s.".formatted(done.record().kind().text(), name(done.record(), after));
    }
    return before.equals(after)
        ? "Changes nothing: the %s is so already.".formatted(done.record().subject())
        : "Changes the %s: %s.".formatted(done.record().subject(), changes(before, after));
  }

  private static String name(RecordRef record, JsonNode fields) {
    return Stream.of("title", "name", "email", "text")
        .map(field -> fields.path(field).asString(""))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .map(KeptPreview::quoted)
        .orElseGet(() -> quoted(record.id()));
  }

  private static String changes(JsonNode before, JsonNode after) {
    return Stream.concat(names(after), names(before))
        .distinct()
        .filter(name -> !before.path(name).equals(after.path(name)))
        .map(name -> change(name, before.path(name), after.path(name)))
        .collect(Collectors.joining(", "));
  }

  private static Stream<String> names(JsonNode record) {
    return record.properties().stream().map(Map.Entry::getKey);
  }

  private static String change(String name, JsonNode before, JsonNode after) {
    if (after.isMissingNode()) {
      return name + " taken away, was " + shown(before);
    }
    return before.isMissingNode()
        ? name + " " + shown(after)
        : "%s from %s to %s".formatted(name, shown(before), shown(after));
  }

  private static String shown(JsonNode value) {
    return value.isString() ? quoted(value.asString()) : shortened(value.toString());
  }

  private static String quoted(String text) {
    return "'" + shortened(text) + "'";
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) > LONGEST
        ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…"
        : text;
  }

  private static Json details(Kept.Done done) {
    ObjectNode change = JsonTree.object().put("subject", done.record().subject());
    change.set("before", JsonTree.of(done.before()));
    change.set("after", JsonTree.of(done.after()));
    ObjectNode details = JsonTree.object();
    details.putArray("changes").addAll(List.of(change));
    return JsonTree.text(details);
  }
}
