package dev.pilothouse.chain;

import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import dev.pilothouse.chain.CelValues.NoJson;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes one value as JSON, within a limit: a list that holds itself twice, again and again, is
/// small in memory and endless on paper.
final class ToJson {
  /// Values and characters of text together.
  static final int LARGEST = 2_000_000;

  /// Lists and objects within each other: no reader of JSON goes deeper.
  static final int DEEPEST = 500;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private int left = LARGEST;
  private int depth;

  JsonNode json(Object value) throws NoJson {
    spend(1);
    return switch (value) {
      case NullValue _ -> NODES.nullNode();
      case String text -> text(text);
      case Boolean yes -> NODES.booleanNode(yes);
      case Long whole -> NODES.numberNode(whole);
      case Double number -> number(number);
      case Number unsigned -> NODES.numberNode(new BigInteger(unsigned.toString()));
      case Instant time -> text(time.toString());
      case Duration time -> text(DurationText.of(time));
      case CelByteString bytes -> text(Base64.getEncoder().encodeToString(bytes.toByteArray()));
      case Optional<?> maybe -> maybe.isPresent() ? json(maybe.get()) : NODES.nullNode();
      case Map<?, ?> fields -> deeper(() -> object(fields));
      case Iterable<?> items -> deeper(() -> array(items));
      default -> throw new NoJson("it is a type and no value; take a value of it.");
    };
  }

  private interface Part {
    JsonNode write() throws NoJson;
  }

  private JsonNode deeper(Part part) throws NoJson {
    if (depth == DEEPEST) {
      throw new NoJson("its value is nested deeper than " + DEEPEST + " levels.");
    }
    depth++;
    JsonNode written = part.write();
    depth--;
    return written;
  }

  private void spend(int size) throws NoJson {
    left -= size;
    if (left < 0) {
      throw new NoJson("its value is larger than " + LARGEST + " characters. Take what is needed.");
    }
  }

  private JsonNode text(String text) throws NoJson {
    spend(text.length());
    return NODES.stringNode(text);
  }

  /// With a decimal place where it is whole: else it would be read as a whole number.
  private static JsonNode number(Double number) throws NoJson {
    if (number.isNaN() || number.isInfinite()) {
      throw new NoJson("it is no number (" + number + "); was something divided by zero?");
    }
    BigDecimal exact = BigDecimal.valueOf(number);
    return exact.scale() > 0 || Math.abs(number) >= Long.MAX_VALUE
        ? NODES.numberNode(number.doubleValue())
        : NODES.numberNode(exact.setScale(1));
  }

  private ObjectNode object(Map<?, ?> fields) throws NoJson {
    ObjectNode object = NODES.objectNode();
    for (Map.Entry<?, ?> field : fields.entrySet()) {
      String key = String.valueOf(field.getKey());
      spend(key.length());
      object.set(key, json(field.getValue()));
    }
    return object;
  }

  private ArrayNode array(Iterable<?> items) throws NoJson {
    ArrayNode array = NODES.arrayNode();
    for (Object item : items) {
      array.add(json(item));
    }
    return array;
  }
}
