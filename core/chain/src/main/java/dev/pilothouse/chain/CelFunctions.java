package dev.pilothouse.chain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// What CEL itself brings, in the words of the other functions. What it does stands in CEL; a test
/// holds the examples to it.
final class CelFunctions {
  private static final int COLUMNS = 6;
  private static final String TABLE = "cel-functions.txt";
  private static final Pattern BETWEEN = Pattern.compile(" \\| ");
  private static final List<ExpressionFunction> ALL =
      text().lines().filter(line -> !line.startsWith("#")).map(CelFunctions::read).toList();

  private CelFunctions() {}

  static List<ExpressionFunction> all() {
    return ALL;
  }

  private static ExpressionFunction read(String line) {
    String[] cells = BETWEEN.split(line, COLUMNS);
    return new ExpressionFunction(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]);
  }

  private static String text() {
    try (InputStream table =
        Objects.requireNonNull(CelFunctions.class.getResourceAsStream(TABLE))) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
