package dev.pilothouse.chain;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One text for all values that CEL holds equal: `1` and `1.0`, and objects with the same fields in
/// any order. A text, and not the value, since texts that were chosen to collide in a hash table
/// still have an order there.
final class Canonical {
  private static final double WHOLE_UP_TO = 1L << 53;

  private final StringBuilder text = new StringBuilder();

  private Canonical() {}

  static String of(Object value) {
    if (value instanceof String alone) {
      return "\"" + alone;
    }
    Canonical canonical = new Canonical();
    canonical.add(value);
    return canonical.text.toString();
  }

  static Set<String> all(Collection<?> values) {
    return values.stream().map(Canonical::of).collect(Collectors.toSet());
  }

  private void add(Object value) {
    switch (value) {
      case String written -> text.append('"').append(written.length()).append(':').append(written);
      case Number number -> text.append(number(number));
      case Collection<?> items -> addAll('[', items);
      case Map<?, ?> fields -> addFields(fields);
      default -> text.append(value.getClass().getSimpleName()).append(value);
    }
    text.append(',');
  }

  private static String number(Number number) {
    double value = number.doubleValue();
    return value == Math.rint(value) && Math.abs(value) < WHOLE_UP_TO
        ? Long.toString((long) value)
        : number.toString();
  }

  private void addAll(char opening, Collection<?> items) {
    text.append(opening);
    items.forEach(this::add);
    text.append(']');
  }

  private void addFields(Map<?, ?> fields) {
    Map<String, Object> sorted = new TreeMap<>();
    fields.forEach((key, value) -> sorted.put(of(key), value));
    addAll('{', sorted.keySet());
    addAll('{', sorted.values());
  }
}
