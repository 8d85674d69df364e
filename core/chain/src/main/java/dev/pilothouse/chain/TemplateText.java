package dev.pilothouse.chain;

import dev.pilothouse.chain.ExpressionMistakes.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Takes text apart into words and `${...}`. Braces and quotation marks within an expression are
/// its own.
final class TemplateText {
  /// Each takes most of a millisecond to compile, and a text may be long.
  static final int MOST_EXPRESSIONS = 100;

  private final String text;
  private final List<Template.Part> parts = new ArrayList<>();
  private final List<Mistake> mistakes = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private int expressions = 0;

  private final Set<String> locals;

  private TemplateText(String text, Set<String> locals) {
    this.text = text;
    this.locals = locals;
  }

  static Template parse(String text, Set<String> locals) throws ExpressionMistakes {
    TemplateText reading = new TemplateText(text, locals);
    reading.readAll();
    if (!reading.mistakes.isEmpty()) {
      throw new ExpressionMistakes(reading.mistakes);
    }
    return new Template(text, reading.parts);
  }

  private void readAll() {
    int at = 0;
    while (at < text.length()) {
      at = readOne(at);
    }
    endWords();
  }

  /// Where the next part begins.
  private int readOne(int at) {
    if (text.startsWith("$${", at)) {
      words.append("${");
      return at + 3;
    }
    if (text.startsWith("${", at)) {
      return readExpression(at + 2);
    }
    words.append(text.charAt(at));
    return at + 1;
  }

  private int readExpression(int from) {
    int end = closing(from);
    if (end < 0) {
      mistakes.add(unclosed(from - 2));
      return text.length();
    }
    endWords();
    if (++expressions > MOST_EXPRESSIONS) {
      mistakes.add(tooMany(from - 2));
      return text.length();
    }
    compile(text.substring(from, end), from);
    return end + 1;
  }

  private void compile(String expression, int from) {
    try {
      parts.add(new Template.Part.Value(Expression.compile(expression, locals), from));
    } catch (ExpressionMistakes wrong) {
      wrong.mistakes().forEach(mistake -> mistakes.add(mistake.within(from)));
    }
  }

  private static Mistake tooMany(int from) {
    return new Mistake(
        from,
        "expected at most "
            + MOST_EXPRESSIONS
            + " expressions in one text, but here begins one more.",
        "Make several texts of it.");
  }

  private Mistake unclosed(int from) {
    return new Mistake(
        from,
        "expected '}' after '${', but the text " + CelMistakes.quoted(text) + " ends before it.",
        "Close the expression with '}'; write '$${' for the characters '${' themselves.");
  }

  private void endWords() {
    if (!words.isEmpty()) {
      parts.add(new Template.Part.Words(words.toString()));
      words.setLength(0);
    }
  }

  /// The brace that closes the expression, or -1.
  private int closing(int from) {
    int open = 0;
    for (int at = from; at < text.length(); at++) {
      char found = text.charAt(at);
      if (found == '\'' || found == '"') {
        at = endOfQuotation(at);
      } else if (found == '{') {
        open++;
      } else if (found == '}' && open-- == 0) {
        return at;
      }
    }
    return -1;
  }

  private int endOfQuotation(int from) {
    char mark = text.charAt(from);
    int at = from + 1;
    while (at < text.length() && text.charAt(at) != mark) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return at;
  }
}
