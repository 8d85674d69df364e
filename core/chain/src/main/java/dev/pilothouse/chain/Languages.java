package dev.pilothouse.chain;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Languages of names of days and months, never the one of the machine.
final class Languages {
  private static final Set<Locale> KNOWN =
      Locale.availableLocales().collect(Collectors.toUnmodifiableSet());

  private Languages() {}

  static boolean isOne(String tag) {
    return of(tag).isPresent();
  }

  static Optional<Locale> of(String tag) {
    return Optional.of(Locale.forLanguageTag(tag))
        .filter(language -> !language.equals(Locale.ROOT))
        .filter(KNOWN::contains);
  }
}
