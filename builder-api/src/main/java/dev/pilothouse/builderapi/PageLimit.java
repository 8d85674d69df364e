package dev.pilothouse.builderapi;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// How many rows a page of a list may have.
record PageLimit(int rows) {
  private static final int LONGEST = 200;

  /// @param next what `before` asks for on the next page; null on the last one
  record Page<T>(List<T> items, @Nullable String next) {}

  PageLimit {
    if (rows < 1 || rows > LONGEST) {
      throw RefusedException.because(
          HttpStatus.BAD_REQUEST,
          "Expected 'limit' between 1 and " + LONGEST + ", but found " + rows + ".");
    }
  }

  /// One row more than is shown tells whether there is another page.
  int withNext() {
    return rows + 1;
  }

  <R, T> Page<T> page(List<R> found, Function<R, T> shown, Function<R, String> cursor) {
    List<R> items = found.subList(0, Math.min(rows, found.size()));
    return new Page<>(
        items.stream().map(shown).toList(),
        found.size() > rows ? cursor.apply(items.getLast()) : null);
  }

  /// The cursor of a list that goes by positions; empty for the first page.
  static Optional<Long> position(String before) {
    if (before.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.valueOf(before));
    } catch (NumberFormatException notAPosition) {
      throw badCursor(before);
    }
  }

  /// The cursor of a list that goes by numbers from 1 on.
  static Optional<Integer> number(String before) {
    return position(before)
        .map(position -> {
          if (position != position.intValue()) {
            throw badCursor(before);
          }
          return position.intValue();
        });
  }

  static RefusedException badCursor(String before) {
    return RefusedException.because(
        HttpStatus.BAD_REQUEST,
        "Expected 'before' as the 'next' of an earlier page, but found '" + before + "'.");
  }
}
