package dev.pilothouse.stores;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/// What a field of a record may hold, and the form in which it is kept.
sealed interface FieldRule {
  Fit fit(JsonNode value);

  sealed interface Fit {
    /// @param value as it is kept
    record Kept(JsonNode value) implements Fit {}

    /// Expected this, but found that.
    record Not(String expected, String found, String hint) implements Fit {}
  }

  /// Custom fields hold what their users put there.
  record Anything() implements FieldRule {
    @Override
    public Fit fit(JsonNode value) {
      return new Fit.Kept(value);
    }
  }

  /// A text of one line.
  record Line(int most) implements FieldRule {
    @Override
    public Fit fit(JsonNode value) {
      return Texts.fit(value, most, "a line of text", Line::kept);
    }

    static Optional<String> kept(String text) {
      return text.chars().anyMatch(Character::isISOControl) ? Optional.empty() : Optional.of(text);
    }
  }

  /// A text of any number of lines.
  record Prose(int most) implements FieldRule {
    @Override
    public Fit fit(JsonNode value) {
      return Texts.fit(value, most, "a text", Optional::of);
    }
  }

  /// In lower case, so that one address is one contact.
  record Email() implements FieldRule {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>(),;:\"]+@[^\\s@<>(),;:\"]+");

    @Override
    public Fit fit(JsonNode value) {
      return Texts.fit(value, 320, "an address such as ada@example.com", Email::kept);
    }

    static Optional<String> kept(String text) {
      return Optional.of(text.strip().toLowerCase(Locale.ROOT))
          .filter(address -> ADDRESS.matcher(address).matches());
    }
  }

  /// A person, by address, or anybody else by name.
  record Who() implements FieldRule {
    @Override
    public Fit fit(JsonNode value) {
      return Texts.fit(value, 320, "an address or a name", Who::kept);
    }

    private static Optional<String> kept(String text) {
      return Line.kept(text.contains("@") ? text.toLowerCase(Locale.ROOT) : text);
    }
  }

  /// `example.com`; what was copied with it from an address line is taken off.
  record Domain() implements FieldRule {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

    @Override
    public Fit fit(JsonNode value) {
      return Texts.fit(value, 253, "a domain such as example.com", Domain::kept);
    }

    private static Optional<String> kept(String text) {
      String name =
          text.toLowerCase(Locale.ROOT).replaceFirst("^https?://", "").replaceFirst("/$", "");
      return Optional.of(name).filter(it -> NAME.matcher(it).matches());
    }
  }

  record Amount() implements FieldRule {
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(15);

    @Override
    public Fit fit(JsonNode value) {
      if (!value.isNumber()) {
        return new Fit.Not("a number", Found.in(value), "Write it without quotes: 1250.5.");
      }
      return value.decimalValue().abs().compareTo(LARGEST) > 0
          ? new Fit.Not("a number up to 10^15", "a larger one", "")
          : new Fit.Kept(value);
    }
  }

  record Money() implements FieldRule {
    @Override
    public Fit fit(JsonNode value) {
      return Texts.fit(value, 3, "a currency of ISO 4217 such as EUR", Money::kept);
    }

    private static Optional<String> kept(String text) {
      String code = text.toUpperCase(Locale.ROOT);
      return Currency.availableCurrencies()
          .map(Currency::getCurrencyCode)
          .filter(code::equals)
          .findAny();
    }
  }

  record Day() implements FieldRule {
    @Override
    public Fit fit(JsonNode value) {
      return Texts.fit(value, 40, "a day such as 2027-01-15", Day::kept);
    }

    private static Optional<String> kept(String text) {
      try {
        return Optional.of(LocalDate.parse(text).toString());
      } catch (DateTimeException noDay) {
        return Optional.empty();
      }
    }
  }

  /// Kept in UTC: the zone it was written in is not what it is about.
  record Moment() implements FieldRule {
    private static final int LAST_YEAR = 9_999;

    @Override
    public Fit fit(JsonNode value) {
      return Texts.fit(
          value, 40, "a time with its zone such as 2027-01-15T09:00:00+01:00", Moment::kept);
    }

    private static Optional<String> kept(String text) {
      try {
        return Optional.of(OffsetDateTime.parse(text))
            .filter(time -> time.getYear() >= 1 && time.getYear() <= LAST_YEAR)
            .map(time -> time.toInstant().toString());
      } catch (DateTimeException noTime) {
        return Optional.empty();
      }
    }
  }

  record OneOf(List<String> words) implements FieldRule {
    @Override
    public Fit fit(JsonNode value) {
      return Texts.fit(
          value,
          40,
          "one of " + String.join(", ", words),
          text -> Optional.of(text).filter(words::contains));
    }
  }

  /// Whatever stages a company has, `won` and `lost` are events of their own: written otherwise
  /// they would pass unnoticed.
  record Stage() implements FieldRule {
    private static final List<String> ENDS = List.of("won", "lost");

    @Override
    public Fit fit(JsonNode value) {
      return Texts.fit(
          value,
          100,
          "a stage, 'won' and 'lost' in lower case",
          text -> Line.kept(text).filter(Stage::fits));
    }

    private static boolean fits(String text) {
      return ENDS.stream().noneMatch(end -> end.equalsIgnoreCase(text) && !end.equals(text));
    }
  }

  record Word() implements FieldRule {
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    @Override
    public Fit fit(JsonNode value) {
      return Texts.fit(value, 40, "a word such as call, email, meeting or note", Word::kept);
    }

    private static Optional<String> kept(String text) {
      return Optional.of(text.toLowerCase(Locale.ROOT))
          .filter(word -> WORD.matcher(word).matches());
    }
  }

  /// What something is about, as events name it. It need not be a record here: other systems have
  /// events too.
  record Subject() implements FieldRule {
    private static final Pattern SUBJECT = Pattern.compile("[^/\\s]+/\\S+");

    @Override
    public Fit fit(JsonNode value) {
      return Texts.fit(
          value,
          1_000,
          "what it is about, such as deal/42",
          text -> Line.kept(text).filter(it -> SUBJECT.matcher(it).matches()));
    }
  }

  /// The id of another record; whether there is one is looked up where it is kept.
  record Reference(Linked to) implements FieldRule {
    @Override
    public Fit fit(JsonNode value) {
      return Texts.fit(
          value, 200, "the id of a " + to.kind().text(), text -> Optional.of(to.id(text)));
    }
  }

  /// What texts have in common.
  final class Texts {
    private Texts() {}

    interface Form {
      /// As it is kept; empty where it does not fit.
      Optional<String> of(String text);
    }

    static Fit fit(JsonNode value, int most, String expected, Form form) {
      if (!value.isString()) {
        return new Fit.Not(expected, Found.in(value), "");
      }
      String text = value.asString().strip();
      if (text.length() > most) {
        return new Fit.Not(
            expected, text.length() + " characters", "At most " + most + " are kept.");
      }
      return form.of(text)
          .<Fit>map(kept -> new Fit.Kept(StringNode.valueOf(kept)))
          .orElseGet(() -> new Fit.Not(expected, Found.in(value), ""));
    }
  }
}
