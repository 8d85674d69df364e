package dev.pilothouse.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A text on lines of its own: line by line where it has several, folded where it is one long line.
///
/// @param sign behind the key, such as `|-`
record YamlBlocks(String sign, List<String> lines) {
  private static final int WIDTH = 90;

  /// What a block would not keep, or show to nobody: blanks at an end of a line.
  private static final Pattern LOST = Pattern.compile("^[ \\t]|[ \\t]$", Pattern.MULTILINE);

  private static final Pattern WORDS = Pattern.compile("\\S+(?: \\S+)+");

  static boolean isNeeded(String text) {
    return isLines(text) || isLong(text);
  }

  private static boolean isLines(String text) {
    return text.contains("\n")
        && !text.isBlank()
        && !LOST.matcher(text).find()
        && text.replace("\n", "").codePoints().noneMatch(YamlQuotes::needsEscape);
  }

  private static boolean isLong(String text) {
    return text.length() > WIDTH
        && text.codePoints().noneMatch(YamlQuotes::needsEscape)
        && text.codePoints().noneMatch(YamlBlocks::isOddBlank)
        && WORDS.matcher(text).matches();
  }

  private static boolean isOddBlank(int character) {
    return character != ' '
        && (Character.isWhitespace(character) || Character.isSpaceChar(character));
  }

  static YamlBlocks of(String text) {
    return isLines(text)
        ? new YamlBlocks(literal(text), split(text))
        : new YamlBlocks(">-", folded(text));
  }

  /// How many of its line breaks the end of the text keeps.
  private static String literal(String text) {
    if (!text.endsWith("\n")) {
      return "|-";
    }
    return text.endsWith("\n\n") ? "|+" : "|";
  }

  private static List<String> split(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    return text.endsWith("\n") ? lines.subList(0, lines.size() - 1) : lines;
  }

  private static List<String> folded(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
