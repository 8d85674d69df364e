package dev.pilothouse.chain;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Words for addresses and file names.
final class Slug {
  /// What taking off the accent would not make readable.
  private static final List<Map.Entry<String, String>> SPELT =
      List.of(
          Map.entry("ä", "ae"),
          Map.entry("ö", "oe"),
          Map.entry("ü", "ue"),
          Map.entry("ß", "ss"),
          Map.entry("æ", "ae"),
          Map.entry("œ", "oe"),
          Map.entry("ø", "oe"),
          Map.entry("å", "aa"),
          Map.entry("ł", "l"),
          Map.entry("đ", "d"));

  private Slug() {}

  static String of(String text) {
    String small = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> letter : SPELT) {
      small = small.replace(letter.getKey(), letter.getValue());
    }
    return Normalizer.normalize(small, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }
}
