package dev.pilothouse.chain;

import java.util.regex.Pattern;

/// Texts as YAML reads them: between quotation marks, or bare where they need none.
final class YamlQuotes {
  /// Signs that begin something else than a text.
  private static final Pattern ODD_BEGINNING =
      Pattern.compile("[-?:,\\[\\]{}#&*!|>'\"%@`=]|\\.\\.\\.");

  /// Durations, moments and ids begin with a digit and are texts all the same.
  private static final Pattern NUMBER_TO_OTHERS =
      Pattern.compile(
          "[-+]?(?:0x[0-9a-fA-F_]+|0o[0-7]+|[0-9][0-9_]*(?:\\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?|\\.[0-9_]+(?:[eE][-+]?[0-9]+)?|\\.(?:inf|Inf|INF|nan|NaN|NAN)|[0-9]+(?::[0-9]+)+)");

  private static final Pattern WORD_TO_OTHERS =
      Pattern.compile("y|n|yes|no|on|off", Pattern.CASE_INSENSITIVE);

  private static final Pattern ENDS_EARLY = Pattern.compile(": |:$| #|^ | $");

  private YamlQuotes() {}

  static String value(String text) {
    boolean bare = isBare(text) && !WORD_TO_OTHERS.matcher(text).matches();
    return bare ? text : around(text);
  }

  /// `on` is a text to us, and every definition begins with it.
  static String key(String text) {
    return isBare(text) && !text.equals("<<") ? text : around(text);
  }

  static boolean isBareWithinBraces(String text) {
    return value(text).equals(text)
        && !text.equals("<<")
        && text.chars().noneMatch(character -> ",[]{}".indexOf(character) >= 0);
  }

  private static boolean isBare(String text) {
    return !ODD_BEGINNING.matcher(text).lookingAt()
        && !ENDS_EARLY.matcher(text).find()
        && text.codePoints().noneMatch(YamlQuotes::needsEscape)
        && YamlScalar.plain(text).isString()
        && !NUMBER_TO_OTHERS.matcher(text).matches();
  }

  /// With as few escapes as may be.
  static String around(String text) {
    if (text.codePoints().anyMatch(YamlQuotes::needsEscape)) {
      return "\"" + escaped(text) + "\"";
    }
    return text.contains("\"") || text.contains("\\")
        ? "'" + text.replace("'", "''") + "'"
        : "\"" + text + "\"";
  }

  static boolean needsEscape(int character) {
    return Character.isISOControl(character)
        || character == 0xFEFF
        || character == 0x2028
        || character == 0x2029
        || (character >= 0xD800 && character <= 0xDFFF)
        || character == 0xFFFE
        || character == 0xFFFF;
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints().forEach(character -> escaped.append(escape(character)));
    return escaped.toString();
  }

  private static String escape(int character) {
    return switch (character) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
          needsEscape(character) ? "\\u%04X".formatted(character) : Character.toString(character);
    };
  }
}
