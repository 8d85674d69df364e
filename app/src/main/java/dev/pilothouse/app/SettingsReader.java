package dev.pilothouse.app;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes records of settings from texts. The record is the one declaration: its components are the
/// keys, its defaults the defaults, its compact constructor the bounds.
final class SettingsReader {
  private final Map<String, String> given;
  private final List<String> problems = new ArrayList<>();

  SettingsReader(Map<String, String> given) {
    this.given = given;
  }

  static List<String> keys(Class<? extends Record> type) {
    return keys("", type).toList();
  }

  <T extends Record> T read(T defaults) {
    return read("", defaults);
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  private static Stream<String> keys(String prefix, Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .flatMap(component -> {
          String key = prefix + dashed(component.getName());
          return component.getType().isRecord()
              ? keys(key + ".", component.getType())
              : Stream.of(key);
        });
  }

  private <T extends Record> T read(String prefix, T defaults) {
    RecordComponent[] components = defaults.getClass().getRecordComponents();
    Object[] values =
        Arrays.stream(components)
            .map(component -> value(prefix, component, defaults))
            .toArray(Object[]::new);
    return made(prefix, defaults, components, values);
  }

  private Object value(String prefix, RecordComponent component, Record defaults) {
    String key = prefix + dashed(component.getName());
    Object fallback = defaultOf(component, defaults);
    if (fallback instanceof Record group) {
      return read(key + ".", group);
    }
    return Optional.ofNullable(given.get(key))
        .flatMap(text -> converted(key, text.strip(), fallback))
        .orElse(fallback);
  }

  /// The type of the default tells how to read the text.
  private Optional<Object> converted(String key, String text, Object fallback) {
    try {
      return Optional.of(
          switch (fallback) {
            case String _ -> text;
            case Integer _ -> Integer.valueOf(text);
            case Boolean _ -> bool(text);
            case Duration _ -> Duration.parse(text);
            case Path _ -> Path.of(text);
            case List<?> _ -> list(text);
            case Enum<?> choice -> choice(choice, text);
            default -> throw new IllegalStateException("no way to read " + fallback.getClass());
          });
    } catch (IllegalArgumentException | DateTimeParseException unreadable) {
      problems.add("Expected " + kind(fallback) + " in '" + key + "', but found '" + text + "'.");
      return Optional.empty();
    }
  }

  private static boolean bool(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static Object choice(Enum<?> sample, String text) {
    return Arrays.stream(sample.getDeclaringClass().getEnumConstants())
        .filter(constant -> lower(constant).equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(text));
  }

  private static String kind(Object fallback) {
    return switch (fallback) {
      case Integer _ -> "a whole number";
      case Boolean _ -> "true or false";
      case Duration _ -> "a duration like PT30S or PT5M";
      case Enum<?> choice -> "one of " + choices(choice);
      default -> "a text";
    };
  }

  private static String choices(Enum<?> sample) {
    return String.join(
        ", ",
        Arrays.stream(sample.getDeclaringClass().getEnumConstants())
            .map(SettingsReader::lower)
            .toList());
  }

  private static String lower(Object constant) {
    return constant.toString().toLowerCase(Locale.ROOT);
  }

  private static Object defaultOf(RecordComponent component, Record defaults) {
    try {
      return component.getAccessor().invoke(defaults);
    } catch (ReflectiveOperationException notAPublicRecord) {
      throw new IllegalStateException(notAPublicRecord);
    }
  }

  /// A bound that does not hold is one more problem; the default stands in, so that the others are
  /// found in the same go.
  @SuppressWarnings("unchecked")
  private <T extends Record> T made(
      String prefix, T defaults, RecordComponent[] components, Object[] values) {
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<?> canonical = defaults.getClass().getDeclaredConstructor(types);
      return (T) canonical.newInstance(values);
    } catch (InvocationTargetException outOfBounds) {
      String group = prefix.isEmpty() ? "" : " in '" + prefix + "*'";
      problems.add("Settings" + group + ": " + reason(outOfBounds) + ".");
      return defaults;
    } catch (ReflectiveOperationException notAPublicRecord) {
      throw new IllegalStateException(notAPublicRecord);
    }
  }

  private static String reason(InvocationTargetException outOfBounds) {
    return Optional.ofNullable(outOfBounds.getCause())
        .map(Throwable::getMessage)
        .orElseGet(outOfBounds::toString);
  }

  private static String dashed(String camel) {
    return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
