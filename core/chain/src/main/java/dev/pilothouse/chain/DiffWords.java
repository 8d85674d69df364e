package dev.pilothouse.chain;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Values as a diff tells them: short, and so that what differs is seen.
final class DiffWords {
  private static final int LONGEST = 60;
  private static final int LEAD = 20;
  private static final String CUT = "…";

  /// What reads well without quotation marks, such as `30s` or an address.
  private static final Pattern ONE_WORD = Pattern.compile("[^\\s'\"]+");

  private DiffWords() {}

  static String change(Optional<JsonNode> before, Optional<JsonNode> after) {
    if (before.isEmpty()) {
      return after.map(DiffWords::value).orElse("") + " is new";
    }
    return after
        .map(now -> fromTo(text(before.get()), text(now)))
        .orElseGet(() -> value(before.get()) + " is gone");
  }

  static String value(JsonNode node) {
    return quoted(shortened(text(node)));
  }

  private static String text(JsonNode node) {
    return node.isString() ? node.stringValue() : node.toString();
  }

  private static String fromTo(String before, String after) {
    int skipped = skipped(before, after);
    return quoted(shortened(tail(before, skipped)))
        + " → "
        + quoted(shortened(tail(after, skipped)));
  }

  /// What both begin with is left out where the difference would be cut off otherwise.
  private static int skipped(String before, String after) {
    int same = 0;
    int most = Math.min(before.length(), after.length());
    while (same < most && before.charAt(same) == after.charAt(same)) {
      same++;
    }
    int skipped = same > LONGEST - LEAD ? same - LEAD : 0;
    return splitsPair(before, skipped) ? skipped + 1 : skipped;
  }

  private static boolean splitsPair(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
  }

  private static String tail(String text, int skipped) {
    return skipped == 0 ? text : CUT + text.substring(skipped);
  }

  static String shortened(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = splitsPair(text, LONGEST - 1) ? LONGEST - 2 : LONGEST - 1;
    return text.substring(0, end) + CUT;
  }

  private static String quoted(String text) {
    return ONE_WORD.matcher(text).matches() || text.startsWith("{") || text.startsWith("[")
        ? text
        : "'" + text + "'";
  }
}
