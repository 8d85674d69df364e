package dev.pilothouse.builderapi;

import dev.pilothouse.chain.Admission;
import dev.pilothouse.chain.Definition;
import dev.pilothouse.chain.DurationText;
import dev.pilothouse.chain.Scope;
import dev.pilothouse.model.NewEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What would stand between an event and its run beside the triggers. It depends on the runs and
/// events before it, so that it can be told but not tried out.
final class AdmissionWords {
  private final Scope scope;

  private AdmissionWords(NewEntry entry) {
    scope = Scope.of(entry);
  }

  static List<String> of(Definition definition, NewEntry entry) {
    AdmissionWords words = new AdmissionWords(entry);
    Admission admission = definition.admission();
    return Stream.of(
            admission.dedupe().flatMap(words::dedupe),
            admission.throttle().map(words::throttle),
            admission.concurrency().flatMap(words::concurrency))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<String> dedupe(Admission.Dedupe dedupe) {
    return key(Admission.filledIn(dedupe.key(), scope))
        .map(key ->
            "Only where no event with the same key, %s, has started one within %s."
                .formatted(key, DurationText.readable(dedupe.window())));
  }

  private String throttle(Admission.Throttle throttle) {
    String of =
        throttle
            .key()
            .flatMap(key -> key(Admission.filledIn(key, scope)))
            .map(key -> " of the key " + key)
            .orElse("");
    return "Only where fewer than %d runs%s began within %s."
        .formatted(throttle.limit(), of, DurationText.readable(throttle.per()));
  }

  private Optional<String> concurrency(Admission.Concurrency concurrency) {
    return key(Admission.filledIn(concurrency.key(), scope))
        .map(key ->
            switch (concurrency.mode()) {
              case QUEUE -> "Behind earlier runs of the key " + key + ".";
              case SKIP -> "Only while no other run of the key " + key + " is under way.";
              case REPLACE -> "Earlier runs of the key " + key + " are cancelled.";
            });
  }

  private static Optional<String> key(String filledIn) {
    return filledIn.isEmpty() ? Optional.empty() : Optional.of("'" + filledIn + "'");
  }
}
