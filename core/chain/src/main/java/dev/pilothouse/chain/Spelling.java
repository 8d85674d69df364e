package dev.pilothouse.chain;

/// How a text is written in a definition: between quotation marks, with escapes, folded over
/// several lines. Goes along both to find which written character stands for which meant one.
final class Spelling {
  private final String written;
  private final int end;
  private final String meant;
  private final char mark;
  private int at;
  private int next = 0;

  private Spelling(String written, Span span, String meant) {
    this.written = written;
    this.end = span.to();
    this.meant = meant;
    this.mark = span.isEmpty() ? ' ' : written.charAt(span.from());
    this.at =
        switch (mark) {
          case '"', '\'' -> span.from() + 1;
          case '|', '>' -> endOfLine(span.from());
          default -> span.from();
        };
  }

  /// @param text where a text stands
  static Spelling of(String written, Spot text) {
    return new Spelling(written, text.value(), text.node().stringValue());
  }

  private int endOfLine(int from) {
    int found = written.indexOf('\n', from);
    return found < 0 ? end : found;
  }

  /// Where the character stands in what is written. For the end of the text, right behind its last
  /// character that can be seen.
  Span place(int offset) {
    int target = Math.min(offset, meant.stripTrailing().length());
    while (next < target && at < end) {
      advance();
    }
    if (target == meant.stripTrailing().length()) {
      return new Span(at, at);
    }
    skipBlank(meant.charAt(target));
    return new Span(at, Math.min(end, at + wordLength(target)));
  }

  private void advance() {
    int escape = escape();
    if (escape > 0) {
      next += charactersOf(escape);
      at += escape;
    } else if (written.charAt(at) == meant.charAt(next)) {
      at++;
      next++;
    } else if (Character.isWhitespace(written.charAt(at))) {
      at++;
    } else {
      next++;
      at += Character.isWhitespace(meant.charAt(next - 1)) ? 0 : 1;
    }
  }

  /// Indentation, and line breaks that were folded away.
  private void skipBlank(char wanted) {
    while (at < end && !Character.isWhitespace(wanted) && isBlank()) {
      at += Math.max(1, escape());
    }
  }

  private boolean isBlank() {
    return Character.isWhitespace(written.charAt(at))
        || (escape() > 0 && charactersOf(escape()) == 0);
  }

  /// The length of the escape that begins here; 0 for none.
  private int escape() {
    char found = written.charAt(at);
    char following = at + 1 < end ? written.charAt(at + 1) : ' ';
    if (mark == '\'' && found == '\'' && following == '\'') {
      return 2;
    }
    return mark == '"' && found == '\\' ? lengthOf(following) : 0;
  }

  private static int lengthOf(char kind) {
    return switch (kind) {
      case 'x' -> 4;
      case 'u' -> 6;
      case 'U' -> 10;
      default -> 2;
    };
  }

  /// How many `char`s of the text the escape stands for.
  private int charactersOf(int escape) {
    char kind = written.charAt(at + 1);
    if (kind == '\n' || kind == '\r') {
      return 0;
    }
    return escape == 10
        ? Character.charCount(Integer.parseInt(written, at + 2, at + escape, 16))
        : 1;
  }

  /// Of the word that stands there, as far as it is written without escapes.
  private int wordLength(int target) {
    int length = 0;
    while (target + length < meant.length()
        && Character.isUnicodeIdentifierPart(meant.charAt(target + length))) {
      length++;
    }
    return Math.max(1, length);
  }
}
