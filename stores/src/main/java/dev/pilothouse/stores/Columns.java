package dev.pilothouse.stores;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Rows turned into arrays, one for each column, for statements that write many rows by `unnest`.
/// Whatever is neither text nor number goes as text and is cast there: the driver would ask the
/// server for each array's type otherwise.
final class Columns {
  private Columns() {}

  static <T> String[] texts(List<T> rows, Function<T, String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }

  static <T> @Nullable String[] optionalTexts(List<T> rows, Function<T, Optional<String>> value) {
    @Nullable String[] texts = new @Nullable String[rows.size()];
    for (int place = 0; place < texts.length; place++) {
      texts[place] = value.apply(rows.get(place)).orElse(null);
    }
    return texts;
  }

  static <T> String[] instants(List<T> rows, Function<T, Instant> value) {
    return texts(rows, row -> Rows.utc(value.apply(row)).toString());
  }

  static <T> Integer[] numbers(List<T> rows, ToIntFunction<T> value) {
    return rows.stream().map(value::applyAsInt).toArray(Integer[]::new);
  }

  static <T> Long[] longs(List<T> rows, ToLongFunction<T> value) {
    return rows.stream().map(value::applyAsLong).toArray(Long[]::new);
  }
}
