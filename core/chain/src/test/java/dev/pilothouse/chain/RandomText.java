package dev.pilothouse.chain;

import java.util.List;

/// What somebody may have typed: letters, words of the language in any order, expressions that were
/// right before a piece of them was cut out or put in.
final class RandomText {
  private static final List<String> WORDS =
      List.of(
          "event",
          ".data",
          ".a",
          "steps",
          "vars",
          ".rows",
          "[0]",
          "[",
          "]",
          "(",
          ")",
          "{",
          "}",
          "'",
          "\"",
          "`",
          "'a'",
          "\"b\"",
          "1",
          "1.5",
          "-1",
          "7u",
          "b'x'",
          "0x1F",
          "1e309",
          "true",
          "null",
          " + ",
          " - ",
          " * ",
          "/",
          "%",
          "==",
          "!=",
          "<",
          "&&",
          "||",
          "!",
          "?",
          ":",
          ",",
          ".",
          ".?a",
          "[?0]",
          " in ",
          "has(",
          ".map(x, ",
          ".filter(x, ",
          ".all(x, ",
          ".exists(x, ",
          ".sortBy(x, ",
          "x",
          "timestamp(",
          "duration('1h')",
          "\\",
          "//",
          "\n",
          "\t",
          "${",
          "$${",
          "🙂",
          "ß",
          "\0",
          "\ud800",
          "'''",
          "r'\\'",
          "@result",
          "type(",
          "dyn(",
          "a.b.c(",
          "text.title(",
          "list.",
          "=");

  private final Choices choices;

  RandomText(Choices choices) {
    this.choices = choices;
  }

  String text() {
    return switch (choices.below(4)) {
      case 0 -> words();
      case 1 -> letters();
      default -> damaged(new RandomExpression(choices).any());
    };
  }

  /// With expressions in it, or what looks like them.
  String template() {
    StringBuilder template = new StringBuilder();
    for (int i = choices.below(5); i >= 0; i--) {
      template.append(choices.oneIn(3) ? text() : "${" + new RandomExpression(choices).any() + "}");
      template.append(choices.of(List.of("", " EUR", "$", "}", "${", "$${x}")));
    }
    return template.toString();
  }

  private String words() {
    StringBuilder words = new StringBuilder();
    for (int i = choices.below(25); i >= 0; i--) {
      words.append(choices.of(WORDS));
    }
    return words.toString();
  }

  private String letters() {
    StringBuilder letters = new StringBuilder();
    for (int i = choices.below(30); i >= 0; i--) {
      letters.append((char) choices.below(choices.oneIn(4) ? Character.MAX_VALUE : 128));
    }
    return letters.toString();
  }

  private String damaged(String text) {
    int begin = choices.below(text.length() + 1);
    int end = Math.min(text.length(), begin + choices.below(6));
    return switch (choices.below(3)) {
      case 0 -> text.substring(0, begin) + choices.of(WORDS) + text.substring(begin);
      case 1 -> text.substring(0, begin) + text.substring(end);
      default -> text.substring(0, end) + text.substring(begin);
    };
  }
}
