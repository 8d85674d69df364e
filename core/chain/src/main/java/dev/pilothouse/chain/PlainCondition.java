package dev.pilothouse.chain;

import dev.pilothouse.chain.Need.Beyond;
import dev.pilothouse.chain.Need.Beyond.Side;
import dev.pilothouse.chain.Need.OneOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The conditions that most people write, places compared with constants and joined by `&&`, read
/// without the parser of the language. A process that starts reads ten thousand conditions while it
/// is cold, and the parser takes seconds for that. Whatever is not that plain is left to it; what
/// is read here is what it would have read.
final class PlainCondition {
  private static final Pattern PART =
      Pattern.compile(
          """
          \\s*event((?:\\.[A-Za-z][A-Za-z0-9_]*+)++)\\s*+(==|<=|>=|<|>)\\s*+\
          (?:(?<whole>-?[0-9]{1,15})|(?<decimal>-?[0-9]{1,15}\\.[0-9]{1,15})|'(?<text>[^'\\\\\\p{Cntrl}]*+)'|"(?<quoted>[^"\\\\\\p{Cntrl}]*+)"|(?<truth>true|false))\
          \\s*(?<end>&&|\\z)\
          """);

  /// What the language reads as something else than a name.
  private static final Set<String> TAKEN = Set.of("in", "true", "false", "null");

  private final Matcher parts;
  private final List<Need> found = new ArrayList<>();

  private PlainCondition(String text) {
    parts = PART.matcher(text);
  }

  /// Empty where it is not plain.
  static Optional<Needs> of(String text) {
    return new PlainCondition(text).read();
  }

  private Optional<Needs> read() {
    boolean more = true;
    while (more) {
      Optional<Need> need = parts.lookingAt() ? need() : Optional.empty();
      if (need.isEmpty()) {
        return Optional.empty();
      }
      found.add(need.get());
      more = !parts.group("end").isEmpty();
      parts.region(parts.end(), parts.regionEnd());
    }
    return Optional.of(new Needs(found, true));
  }

  private Optional<Need> need() {
    List<String> names = List.of(parts.group(1).substring(1).split("\\.", -1));
    if (names.stream().anyMatch(TAKEN::contains) || names.getFirst().equals(NeedsReader.TIME)) {
      return Optional.empty();
    }
    EventPath path = new EventPath("event", names);
    Object constant = constant();
    return switch (parts.group(2)) {
      case "==" ->
          Optional.of(
              new OneOf(path, Set.of(SameValue.keyOf(constant)), SameValue.isRough(constant)));
      case "<" -> beyond(path, Side.LESS, constant);
      case "<=" -> beyond(path, Side.AT_MOST, constant);
      case ">" -> beyond(path, Side.MORE, constant);
      default -> beyond(path, Side.AT_LEAST, constant);
    };
  }

  private static Optional<Need> beyond(EventPath path, Side side, Object bound) {
    return bound instanceof Number number
        ? Optional.of(new Beyond(path, side, number.doubleValue()))
        : Optional.empty();
  }

  private Object constant() {
    if (parts.group("whole") != null) {
      return Long.valueOf(parts.group("whole"));
    }
    if (parts.group("decimal") != null) {
      return Double.valueOf(parts.group("decimal"));
    }
    if (parts.group("truth") != null) {
      return Boolean.valueOf(parts.group("truth"));
    }
    return Optional.ofNullable(parts.group("text")).orElseGet(() -> parts.group("quoted"));
  }
}
