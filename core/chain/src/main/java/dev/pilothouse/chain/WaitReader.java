package dev.pilothouse.chain;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Reads what a step waits for: a time, a moment, an event.
final class WaitReader {
  static final Duration SHORTEST = Duration.ofSeconds(1);
  static final Duration LONGEST = Duration.ofDays(366);
  static final int MOST_PATHS = 10;

  private static final String EVENT_EXAMPLE =
      "{\"event\": \"invoice.paid\", \"where\": {\"data.invoice\": \"${steps.bill.id}\"}, \"for\": \"3d\"}";
  private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.:/-]{0,254}");
  private static final Pattern PATH =
      Pattern.compile("subject|source|actor|(?:data|before|after)(?:\\.[A-Za-z0-9_-]+)+");

  private final Problems problems;
  private final ValueReader values;

  WaitReader(Problems problems, ValueReader values) {
    this.problems = problems;
    this.values = values;
  }

  Optional<WaitFor> waitFor(Fields step) {
    if (step.value("wait").filter(JsonNode::isObject).isEmpty()) {
      return values.duration(step, "wait", SHORTEST, LONGEST).map(WaitFor.Duration::new);
    }
    return step.object("wait", "")
        .flatMap(fields -> fields.has("event") ? event(fields) : until(fields));
  }

  private Optional<WaitFor> until(Fields fields) {
    fields.only(Names.OF_UNTIL);
    fields.require(
        "until", "the moment to wait for, or 'event'", "\"until\": \"${event.data.due}\"");
    Optional<Template> time = values.template(fields, "until");
    time.filter(Template::isPlain)
        .filter(plain -> Moment.parse(plain.written()).isEmpty())
        .ifPresent(plain ->
            problems.add(
                fields.pathOf("until"),
                "expected a moment, but found '" + Shown.shortened(plain.written()) + "'.",
                "Write it like 2026-12-01T09:00:00Z, or as an expression: ${event.data.due}."));
    return time.map(WaitFor.Until::new);
  }

  private Optional<WaitFor> event(Fields fields) {
    fields.only(Names.OF_AWAITED);
    Duration limit = values.duration(fields, "for", SHORTEST, LONGEST).orElse(LONGEST);
    SequencedMap<String, Template> where =
        fields.object("where", EVENT_EXAMPLE).map(this::where).orElseGet(LinkedHashMap::new);
    return type(fields).map(type -> new WaitFor.Event(type, where, limit));
  }

  private Optional<String> type(Fields fields) {
    Optional<String> type = fields.text("event");
    type.filter(text -> !TYPE.matcher(text).matches())
        .ifPresent(text ->
            problems.add(
                fields.pathOf("event"),
                "expected one type of event, but found '" + Shown.shortened(text) + "'.",
                "Write a type such as invoice.paid; a family such as crm.* cannot be waited for."));
    return type;
  }

  private SequencedMap<String, Template> where(Fields fields) {
    SequencedMap<String, Template> where = new LinkedHashMap<>();
    for (String path : fields.keys()) {
      checkPath(fields, path);
      values.template(fields, path).ifPresent(value -> where.put(path, value));
    }
    if (where.size() > MOST_PATHS) {
      problems.add(
          fields.path(),
          "expected at most " + MOST_PATHS + " fields, but there are " + where.size() + ".",
          "Name those that tell one event from another.");
    }
    return where;
  }

  private void checkPath(Fields fields, String path) {
    if (!PATH.matcher(path).matches()) {
      problems.add(
          fields.pathOf(path),
          "expected a field of the awaited event, but found '" + Shown.shortened(path) + "'.",
          "Write subject, source, or a path such as data.invoice.");
    }
  }
}
