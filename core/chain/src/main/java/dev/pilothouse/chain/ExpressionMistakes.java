package dev.pilothouse.chain;

import java.util.List;
import java.util.stream.Collectors;

/// A text is no expression. Every mistake with its place in the text.
public final class ExpressionMistakes extends Exception {
  /// @param line counted from one, as is the column
  public record Mistake(int line, int column, String message, String hint) {}

  private final transient List<Mistake> mistakes;

  ExpressionMistakes(List<Mistake> mistakes) {
    super(mistakes.stream().map(Mistake::message).collect(Collectors.joining("\n")));
    this.mistakes = List.copyOf(mistakes);
  }

  static void refuseTooLong(String text) throws ExpressionMistakes {
    if (text.length() > CelLanguage.LONGEST) {
      throw new ExpressionMistakes(
          List.of(
              new Mistake(
                  1,
                  CelLanguage.LONGEST + 1,
                  "expected an expression of at most "
                      + CelLanguage.LONGEST
                      + " characters, but this one has "
                      + text.length()
                      + ".",
                  "Take it apart: let earlier steps work out its parts.")));
    }
  }

  public List<Mistake> mistakes() {
    return mistakes;
  }
}
