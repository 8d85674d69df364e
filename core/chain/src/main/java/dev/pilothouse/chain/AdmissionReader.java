package dev.pilothouse.chain;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads what stands beside an automation's triggers and steps: how many runs, how often, how long,
/// and who hears of a failure.
final class AdmissionReader {
  private static final int MOST_RUNS = 100_000;
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST_WINDOW = Duration.ofDays(90);
  private static final Duration LONGEST_RUN = Duration.ofDays(366);
  private static final Pattern ROLE = Pattern.compile("role:[a-z]{1,40}");
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,190}");

  private final Problems problems;
  private final ValueReader values;

  AdmissionReader(Problems problems, ValueReader values) {
    this.problems = problems;
    this.values = values;
  }

  Admission admission(Fields top) {
    return new Admission(
        top.object("concurrency", "{\"key\": \"${event.subject}\"}").flatMap(this::concurrency),
        top.object("throttle", "{\"limit\": 10, \"per\": \"1m\"}").flatMap(this::throttle),
        top.object("dedupe", "{\"key\": \"${event.data.order}\", \"window\": \"1h\"}")
            .flatMap(this::dedupe));
  }

  private Optional<Admission.Concurrency> concurrency(Fields fields) {
    fields.only(Names.OF_CONCURRENCY);
    fields.require("key", "what runs must have in common", "\"key\": \"${event.subject}\"");
    String mode = fields.word("mode", Names.CONCURRENCY_MODES);
    return values
        .template(fields, "key")
        .map(key ->
            new Admission.Concurrency(key, Admission.Mode.valueOf(mode.toUpperCase(Locale.ROOT))));
  }

  private Optional<Admission.Throttle> throttle(Fields fields) {
    fields.only(Names.OF_THROTTLE);
    fields.require("limit", "how many runs at most", "\"limit\": 10");
    fields.require("per", "in how much time", "\"per\": \"1m\"");
    Optional<Template> key = values.template(fields, "key");
    Optional<Duration> per = values.duration(fields, "per", SHORTEST, LONGEST_WINDOW);
    return values
        .number(fields, "limit", 1, MOST_RUNS, true)
        .flatMap(limit -> per.map(time -> new Admission.Throttle(limit.intValue(), time, key)));
  }

  private Optional<Admission.Dedupe> dedupe(Fields fields) {
    fields.only(Names.OF_DEDUPE);
    fields.require("key", "what events must have in common", "\"key\": \"${event.data.order}\"");
    fields.require("window", "for how long", "\"window\": \"1h\"");
    Optional<Duration> window = values.duration(fields, "window", SHORTEST, LONGEST_WINDOW);
    return values
        .template(fields, "key")
        .flatMap(key -> window.map(time -> new Admission.Dedupe(key, time)));
  }

  Optional<Duration> deadline(Fields top) {
    return values.duration(top, "deadline", SHORTEST, LONGEST_RUN);
  }

  Optional<String> tellOfFailure(Fields top, String owner) {
    return top.object("on_failure", "{\"notify\": \"owner\"}")
        .flatMap(fields -> whom(fields, owner));
  }

  private Optional<String> whom(Fields fields, String owner) {
    fields.only(Names.OF_ON_FAILURE);
    fields.require("notify", "who hears that a run failed", "\"notify\": \"owner\"");
    Optional<String> whom = fields.text("notify");
    whom.filter(name -> !isSomebody(name))
        .ifPresent(name ->
            problems.add(
                fields.pathOf("notify"),
                "expected 'owner', a role or an address, but found '"
                    + Shown.shortened(name)
                    + "'.",
                "Write owner, role:operator or somebody@example.com."));
    if (whom.filter("owner"::equals).isPresent() && owner.isBlank()) {
      problems.add(
          fields.pathOf("notify"),
          "expected an owner to tell, but this automation has none.",
          "Write \"owner\": \"somebody@example.com\" beside its name, or name a role here.");
    }
    return whom;
  }

  private static boolean isSomebody(String name) {
    return name.equals("owner") || ROLE.matcher(name).matches() || ADDRESS.matcher(name).matches();
  }
}
