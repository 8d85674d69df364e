package dev.pilothouse.chain;

import java.util.List;
import java.util.stream.Collectors;

/// A text is no expression. Every mistake with its place in the text.
public final class ExpressionMistakes extends Exception {
  /// @param offset of the word that is wrong, in the text; its length where something is missing
  ///   behind it
  public record Mistake(int offset, String message, String hint) {
    /// As it stands in a text that this one is a part of.
    Mistake within(int from) {
      return new Mistake(from + offset, message, hint);
    }
  }

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
                  CelLanguage.LONGEST,
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
