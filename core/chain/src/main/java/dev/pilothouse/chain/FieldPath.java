package dev.pilothouse.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a value stands within another: `customer.addresses[0].city`.
final class FieldPath {
  private static final Pattern STEP = Pattern.compile("\\.?([^.\\[\\]]+)|\\[(\\d{1,9})]");

  /// Each a key, or the place of an item.
  private final List<Object> steps;

  private FieldPath(List<Object> steps) {
    this.steps = steps;
  }

  static FieldPath of(Given given, int at) {
    String text = given.text(at);
    return parse(text).orElseThrow(() -> given.refuse(at));
  }

  static boolean isOne(String text) {
    return parse(text).isPresent();
  }

  private static Optional<FieldPath> parse(String text) {
    Matcher step = STEP.matcher(text);
    List<Object> steps = new ArrayList<>();
    int from = 0;
    while (step.find(from) && step.start() == from) {
      steps.add(step.group(1) == null ? Integer.valueOf(step.group(2)) : step.group(1));
      from = step.end();
      if (from == text.length()) {
        return Optional.of(new FieldPath(steps));
      }
    }
    return Optional.empty();
  }

  Optional<Object> in(Object value) {
    Optional<Object> found = Optional.of(value);
    for (Object step : steps) {
      found = found.flatMap(within -> one(within, step));
    }
    return found;
  }

  private static Optional<Object> one(Object value, Object step) {
    return switch (value) {
      case Map<?, ?> fields -> Optional.ofNullable(fields.get(String.valueOf(step)));
      case List<?> items when step instanceof Integer at && at < items.size() ->
          Optional.of(items.get(at));
      default -> Optional.empty();
    };
  }
}
