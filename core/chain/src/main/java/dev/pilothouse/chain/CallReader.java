package dev.pilothouse.chain;

import dev.pilothouse.model.RunState;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads what stands beside a step's own words: timeouts, retries, keys and endings.
final class CallReader {
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
  private static final String RETRY_EXAMPLE = "{\"attempts\": 5, \"first\": \"2s\"}";
  private static final double LARGEST_FACTOR = 10;

  private final Problems problems;
  private final ValueReader values;

  CallReader(Problems problems, ValueReader values) {
    this.problems = problems;
    this.values = values;
  }

  CallSpec call(Fields step) {
    Duration timeout =
        values
            .duration(step, "timeout", CallSpec.SHORTEST_TIMEOUT, CallSpec.LONGEST_TIMEOUT)
            .orElse(CallSpec.DEFAULT.timeout());
    step.object("read_back", "what to ask, such as {\"url\": \"...\"}");
    return new CallSpec(timeout, retry(step), header(step), Optional.empty());
  }

  private Retry retry(Fields step) {
    return step.object("retry", RETRY_EXAMPLE).map(this::readRetry).orElse(Retry.DEFAULT);
  }

  private Retry readRetry(Fields fields) {
    fields.only(Names.OF_RETRY);
    Retry usual = Retry.DEFAULT;
    return new Retry(
        values
            .number(fields, "attempts", 1, Retry.MOST_ATTEMPTS, true)
            .map(Double::intValue)
            .orElse(usual.attempts()),
        pause(fields, "first").orElse(usual.first()),
        values.number(fields, "factor", 1, LARGEST_FACTOR, false).orElse(usual.factor()),
        pause(fields, "max").orElse(usual.max()),
        values.number(fields, "jitter", 0, 1, false).orElse(usual.jitter()));
  }

  private Optional<Duration> pause(Fields fields, String key) {
    return values.duration(fields, key, Retry.SHORTEST_WAIT, Retry.LONGEST_WAIT);
  }

  private Optional<String> header(Fields step) {
    return step.object("idempotency", "{\"header\": \"Idempotency-Key\"}")
        .flatMap(this::readHeader);
  }

  private Optional<String> readHeader(Fields fields) {
    fields.only(Names.OF_IDEMPOTENCY);
    fields.require(
        "header", "in which the other side honours a key", "\"header\": \"Idempotency-Key\"");
    Optional<String> header = fields.text("header");
    header
        .filter(name -> !HEADER.matcher(name).matches())
        .ifPresent(name ->
            problems.add(
                fields.pathOf("header"),
                "expected the name of a header, but found '" + Shown.shortened(name) + "'.",
                "Write it like Idempotency-Key."));
    return header;
  }

  RunState ending(Fields fields) {
    String as = fields.text("as").orElse("finished");
    if (!Names.ENDINGS.contains(as)) {
      problems.add(
          fields.pathOf("as"),
          "expected 'finished', 'failed' or 'cancelled', but found '" + Shown.shortened(as) + "'.",
          NearName.of(as, Names.ENDINGS)
              .map(near -> "Did you mean '" + near + "'?")
              .orElse("Choose how the run is to end."));
      return RunState.FINISHED;
    }
    return RunState.parse(as);
  }
}
