package dev.pilothouse.chain;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// How a time is written, such as `dd.MM.yyyy HH:mm`.
final class TimeForms {
  static final String EXPECTED = "a form of at most 100 characters such as 'dd.MM.yyyy HH:mm'";

  private static final int LONGEST = 100;

  private TimeForms() {}

  static boolean isOne(String form) {
    return of(form, Locale.ENGLISH).isPresent();
  }

  static Optional<DateTimeFormatter> of(String form, Locale language) {
    try {
      return form.length() <= LONGEST
          ? Optional.of(DateTimeFormatter.ofPattern(form, language))
          : Optional.empty();
    } catch (IllegalArgumentException noForm) {
      return Optional.empty();
    }
  }
}
