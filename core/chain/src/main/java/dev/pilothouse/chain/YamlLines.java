package dev.pilothouse.chain;

/// Looks at lines of YAML as a person would who searches for a mistake in them.
final class YamlLines {
  private static final int LONGEST_EXAMPLE = 80;

  /// Where the parts of a line begin.
  ///
  /// @param content behind spaces and the dashes of list items
  /// @param value behind the key; where there is none, the same as the content
  private record Line(int content, int value, int end) {
    boolean hasKey() {
      return value > content;
    }
  }

  private final SourceText source;
  private final String text;

  YamlLines(SourceText source) {
    this.source = source;
    this.text = source.text();
  }

  private Line line(int offset) {
    int end = source.endOfLine(offset);
    int content = content(source.startOfLine(offset), end);
    int colon = colon(content, end);
    return new Line(content, colon < end ? pastBlanks(colon + 1) : content, end);
  }

  private int content(int start, int end) {
    int at = pastBlanks(start);
    while (at + 1 < end && text.charAt(at) == '-' && isBlank(at + 1)) {
      at = pastBlanks(at + 1);
    }
    return at;
  }

  /// Behind the key, or the end of the line.
  private int colon(int content, int end) {
    int at = content < end && isMark(content) ? pastQuotation(content, end) : content;
    while (at < end && !isColon(at)) {
      at++;
    }
    return at;
  }

  private int pastQuotation(int from, int end) {
    int close = text.indexOf(text.charAt(from), from + 1);
    return close < 0 || close > end ? end : close + 1;
  }

  private boolean isColon(int at) {
    return text.charAt(at) == ':' && (at + 1 >= text.length() || isBlankOrBreak(at + 1));
  }

  private boolean isMark(int at) {
    return text.charAt(at) == '"' || text.charAt(at) == '\'';
  }

  private boolean isBlank(int at) {
    return text.charAt(at) == ' ' || text.charAt(at) == '\t';
  }

  private boolean isBlankOrBreak(int at) {
    return isBlank(at) || text.charAt(at) == '\n' || text.charAt(at) == '\r';
  }

  int pastBlanks(int offset) {
    int at = offset;
    while (at < text.length() && isBlank(at)) {
      at++;
    }
    return at;
  }

  boolean isBlankBefore(int offset) {
    return source.before(offset).isBlank();
  }

  /// Where the first word of its line stands, behind dashes.
  int firstOf(int offset) {
    return line(offset).content;
  }

  /// Whether a colon stands behind the key and the colon of its line.
  boolean isWithinText(int colon) {
    Line line = line(colon);
    return line.hasKey() && colon >= line.value;
  }

  /// The first word of the next line above that is not empty; of the same line where there is none.
  int above(int offset) {
    return line(lineAbove(offset)).content;
  }

  private int lineAbove(int offset) {
    int at = source.startOfLine(offset);
    while (at > 0) {
      at = source.startOfLine(at - 1);
      if (!source.restOfLine(at).isBlank()) {
        return at;
      }
    }
    return source.startOfLine(offset);
  }

  /// Where the value of the line begins, if with a sign that has a meaning of its own; else the
  /// place itself.
  int oddBeginning(int offset) {
    int value = line(offset).value;
    return value < offset && "!&*".indexOf(text.charAt(value)) >= 0 ? value : offset;
  }

  /// Whether a line looks like a key and a value with no space behind the colon.
  boolean lacksSpace(int offset) {
    int at = line(offset).content;
    int from = at;
    while (at < text.length() && Character.isUnicodeIdentifierPart(text.charAt(at))) {
      at++;
    }
    return at > from
        && text.startsWith(":", at)
        && at + 1 < text.length()
        && !isBlankOrBreak(at + 1)
        && text.charAt(at + 1) != '/';
  }

  /// What comments do not look like: most have a space behind the '#'.
  boolean isSuspiciousComment(int offset) {
    return text.startsWith("#", offset)
        && offset + 1 < text.length()
        && !isBlankOrBreak(offset + 1)
        && text.charAt(offset + 1) != '#';
  }

  boolean isDirective(int offset) {
    return text.startsWith("%", source.startOfLine(offset))
        || text.startsWith("%", source.startOfLine(above(offset)));
  }

  boolean followsQuotation(int offset) {
    int before = source.startOfLine(offset) + source.before(offset).stripTrailing().length() - 1;
    return before >= source.startOfLine(offset) && isMark(before);
  }

  boolean isBareExpression(int offset) {
    return text.startsWith("{", offset) && offset > 0 && text.charAt(offset - 1) == '$';
  }

  /// The text around an expression that stands within braces or brackets without quotation marks.
  Span bareExpression(int brace) {
    int from = brace - 1;
    int start = source.startOfLine(brace);
    while (from > start && !isBeginning(from - 1)) {
      from--;
    }
    int to = text.indexOf('}', brace);
    int end = source.endOfLine(brace);
    to = to < 0 || to >= end ? end : to + 1;
    while (to < end && ",]}".indexOf(text.charAt(to)) < 0) {
      to++;
    }
    return new Span(pastBlanks(from), to);
  }

  private boolean isBeginning(int at) {
    return ",[{".indexOf(text.charAt(at)) >= 0 || isColon(at);
  }

  String words(Span span) {
    return text.substring(span.from(), span.to()).strip();
  }

  /// Where the line begins in which a bracket was found missing, if that is another line than its
  /// own.
  int firstOfOtherLine(int bracket, int offset) {
    return text.startsWith(":", offset) && source.lineOf(bracket) != source.lineOf(offset)
        ? firstOf(offset)
        : offset;
  }

  /// `: "..."`, the line's value in quotation marks; empty where it is no text, or a long one.
  String example(int offset) {
    Line line = line(offset);
    String value = withoutComment(text.substring(line.value, line.end));
    boolean isText = !value.isEmpty() && "{[|>".indexOf(value.charAt(0)) < 0;
    return isText && value.length() <= LONGEST_EXAMPLE ? ": " + YamlQuotes.around(value) : "";
  }

  private static String withoutComment(String value) {
    int comment = value.indexOf(" # ");
    return (comment < 0 ? value : value.substring(0, comment)).strip();
  }

  /// In which columns a line may begin that stands where none of those above goes on.
  String neighbours(int offset) {
    int beside = text.startsWith("- ", offset) ? dashAbove(offset) : above(offset);
    int left = furtherLeft(offset);
    return "Begin it in "
        + (column(left) < column(offset) ? columnOf(left) + ", or in " : "")
        + columnOf(beside)
        + ".";
  }

  private int dashAbove(int offset) {
    int at = offset;
    while (lineAbove(at) < source.startOfLine(at)) {
      at = first(lineAbove(at));
      if (text.startsWith("- ", at)) {
        return at;
      }
    }
    return above(offset);
  }

  private int furtherLeft(int offset) {
    int at = first(offset);
    while (column(at) >= column(offset) && lineAbove(at) < source.startOfLine(at)) {
      at = first(lineAbove(at));
    }
    return at;
  }

  private int first(int offset) {
    return pastBlanks(source.startOfLine(offset));
  }

  private int column(int offset) {
    return offset - source.startOfLine(offset);
  }

  private String columnOf(int offset) {
    return "column " + (column(offset) + 1) + " as line " + source.lineOf(offset) + " does";
  }
}
