package dev.pilothouse.builderapi;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What JSON allows and no database keeps. Looked for at the door: found later, it would break a
/// commit that others share.
final class StorableText {
  /// Powers of ten; the database's numbers end a good deal later.
  private static final long LARGEST_EXPONENT = 1_000;

  /// @param path below the value that was looked at, such as `.customer.name`
  record Unfit(String path, String message) {
    private Unfit within(String part) {
      return new Unfit(part + path, message);
    }
  }

  private StorableText() {}

  static Optional<Unfit> unfitIn(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> unfitInObject(node);
      case ARRAY -> unfitInArray(node);
      case STRING -> unfitIn(node.asString());
      case NUMBER -> unfitNumber(node);
      case BINARY, BOOLEAN, MISSING, NULL, POJO -> Optional.empty();
    };
  }

  static Optional<Unfit> unfitIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == 0) {
        return unfit("The character \\u0000 cannot be stored; leave it out.");
      }
      if (Character.isSurrogate(letter)) {
        if (!isPair(text, i)) {
          return unfit("Half of a surrogate pair is no character; send both halves or none.");
        }
        i++;
      }
    }
    return Optional.empty();
  }

  private static boolean isPair(String text, int at) {
    return at + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
  }

  private static Optional<Unfit> unfitInObject(JsonNode node) {
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      Optional<Unfit> unfit = unfitIn(property.getKey()).or(() -> unfitIn(property.getValue()));
      if (unfit.isPresent()) {
        return unfit.map(it -> it.within("." + property.getKey()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Unfit> unfitInArray(JsonNode node) {
    for (int i = 0; i < node.size(); i++) {
      String part = "[" + i + "]";
      Optional<Unfit> unfit = unfitIn(node.path(i));
      if (unfit.isPresent()) {
        return unfit.map(it -> it.within(part));
      }
    }
    return Optional.empty();
  }

  private static Optional<Unfit> unfitNumber(JsonNode node) {
    if (node.isIntegralNumber()) {
      return Optional.empty();
    }
    BigDecimal number = node.decimalValue();
    return Math.abs((long) number.precision() - number.scale()) > LARGEST_EXPONENT
        ? unfit("Expected a number of at most " + LARGEST_EXPONENT + " digits; send it as a text.")
        : Optional.empty();
  }

  private static Optional<Unfit> unfit(String message) {
    return Optional.of(new Unfit("", message));
  }
}
