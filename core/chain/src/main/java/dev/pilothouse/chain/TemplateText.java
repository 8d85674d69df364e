package dev.pilothouse.chain;

import dev.pilothouse.chain.ExpressionMistakes.Mistake;
import java.util.ArrayList;
import java.util.List;

/// Takes text apart into words and `${...}`. Braces and quotation marks within an expression are
/// its own.
final class TemplateText {
  private final String text;
  private final List<Template.Part> parts = new ArrayList<>();
  private final List<Mistake> mistakes = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();

  private TemplateText(String text) {
    this.text = text;
  }

  static Template parse(String text) throws ExpressionMistakes {
    TemplateText reading = new TemplateText(text);
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
      mistakes.add(unclosed());
      return text.length();
    }
    endWords();
    compile(text.substring(from, end));
    return end + 1;
  }

  private void compile(String expression) {
    try {
      parts.add(new Template.Part.Value(Expression.compile(expression)));
    } catch (ExpressionMistakes wrong) {
      mistakes.addAll(wrong.mistakes());
    }
  }

  private Mistake unclosed() {
    return new Mistake(
        1,
        text.length() + 1,
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
