package dev.pilothouse.builderapi;

import dev.pilothouse.model.StoredVerdict;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/// What an automation made of an event. The first ones are kept when the event comes, the others
/// worked out when somebody asks.
enum VerdictKind {
  FIRED,
  DEDUPLICATED,
  THROTTLED,
  PAUSED,
  SKIPPED,
  LOOP_CUT,
  /// A condition of it was not met.
  NOT_MET,
  /// It listened to other types.
  OTHER_TYPE,
  /// Nothing of it was published yet.
  NOT_PUBLISHED,
  ARCHIVED,
  /// The entry was for another automation alone.
  FOR_ANOTHER,
  /// It should have started, and nothing is kept of it.
  UNTOLD;

  static VerdictKind of(StoredVerdict.Kind kept) {
    return valueOf(kept.name());
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Those of which a refusal is kept; empty where any other is among them, and for none.
  static Set<StoredVerdict.Kind> refusals(Set<VerdictKind> kinds) {
    Set<StoredVerdict.Kind> kept = EnumSet.allOf(StoredVerdict.Kind.class);
    kept.remove(StoredVerdict.Kind.FIRED);
    kept.removeIf(kind -> !kinds.contains(of(kind)));
    return kept.size() == kinds.size() ? kept : Set.of();
  }

  /// @param text one or more, with commas between; empty for all
  static Set<VerdictKind> parse(String text) {
    return text.isEmpty()
        ? EnumSet.allOf(VerdictKind.class)
        : Arrays.stream(text.split(",", -1))
            .map(String::strip)
            .map(one -> named(one).orElseThrow(() -> bad(one)))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(VerdictKind.class)));
  }

  private static Optional<VerdictKind> named(String text) {
    return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
  }

  private static RefusedException bad(String found) {
    return RefusedException.because(
        HttpStatus.BAD_REQUEST,
        "Expected 'verdict' as some of "
            + Arrays.stream(values()).map(VerdictKind::text).collect(Collectors.joining(", "))
            + ", but found '"
            + found
            + "'.");
  }
}
