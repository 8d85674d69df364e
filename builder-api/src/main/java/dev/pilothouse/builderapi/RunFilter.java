package dev.pilothouse.builderapi;

import dev.pilothouse.model.EventId;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunState;
import dev.pilothouse.spi.Runs;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// Which runs are asked for, as it stands in the address. Spring fills it by name; what was not
/// given is null.
///
/// @param state one or more, with commas between
/// @param automation its id or its name
/// @param from queued at or after
/// @param until queued before
/// @param q to be found in the event, or in what steps got, gave or failed with
/// @param parent the run that called it
/// @param causedBy the run that wrote the entry it is for
record RunFilter(
    @Nullable String state,
    @Nullable String automation,
    @Nullable String subject,
    @Nullable String from,
    @Nullable String until,
    @Nullable String q,
    @Nullable String event,
    @Nullable String parent,
    @Nullable String causedBy,
    @Nullable String rerunOf) {
  private static final int LONGEST_TEXT = 200;

  Runs.Filter read() {
    return new Runs.Filter(
        states(),
        text(automation),
        text(subject),
        TimeText.optional("from", from),
        TimeText.optional("until", until),
        new Runs.Kin(
            id("event", event, EventId::parse),
            id("parent", parent, RunId::parse),
            id("causedBy", causedBy, RunId::parse),
            id("rerunOf", rerunOf, RunId::parse)),
        searched());
  }

  private String searched() {
    String text = text(q);
    if (text.length() > LONGEST_TEXT) {
      throw bad(
          "Expected 'q' of at most "
              + LONGEST_TEXT
              + " characters, but found "
              + text.length()
              + ".");
    }
    return text;
  }

  private Set<RunState> states() {
    return text(state).isEmpty()
        ? EnumSet.noneOf(RunState.class)
        : Arrays.stream(text(state).split(",", -1))
            .map(String::strip)
            .map(RunFilter::state)
            .collect(Collectors.toSet());
  }

  private static RunState state(String text) {
    return Arrays.stream(RunState.values())
        .filter(state -> state.text().equals(text))
        .findFirst()
        .orElseThrow(() ->
            bad(
                "Expected 'state' as some of "
                    + Arrays.stream(RunState.values())
                        .map(RunState::text)
                        .collect(Collectors.joining(", "))
                    + ", but found '"
                    + text
                    + "'."));
  }

  private static <T> Optional<T> id(
      String name, @Nullable String given, Function<String, Optional<T>> parse) {
    String text = text(given);
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(
            parse
                .apply(text)
                .orElseThrow(
                    () -> bad("Expected '" + name + "' as an id, but found '" + text + "'.")));
  }

  private static String text(@Nullable String given) {
    return AddressText.of(given).strip();
  }

  private static RefusedException bad(String sentence) {
    return RefusedException.because(HttpStatus.BAD_REQUEST, sentence);
  }
}
