package dev.pilothouse.builderapi;

import dev.pilothouse.model.Json;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads JSON that comes from outside: numbers keep all their digits, and what is malformed is
/// named with its place.
final class JsonText {
  /// Says where it breaks, by line and column.
  static final class Malformed extends Exception {
    Malformed(String sentence) {
      super(sentence);
    }

    String sentence() {
      return String.valueOf(getMessage());
    }
  }

  private final JsonMapper mapper;

  JsonText(JsonMapper mapper) {
    this.mapper =
        mapper
            .rebuild()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
  }

  /// A missing node where there is nothing but white space.
  JsonNode read(byte[] text) throws Malformed {
    try {
      return mapper.readTree(text);
    } catch (StreamConstraintsException tooMuch) {
      throw new Malformed(
          "The JSON is nested too deep, or a name or number in it is too long" + place(tooMuch));
    } catch (JacksonException malformed) {
      throw new Malformed("This is not well-formed JSON" + place(malformed));
    }
  }

  /// Of a text that was found well formed before.
  JsonNode known(Json json) {
    return mapper.readTree(json.text());
  }

  private static String place(JacksonException malformed) {
    return Optional.ofNullable(malformed.getLocation())
        .map(place -> ": line " + place.getLineNr() + ", column " + place.getColumnNr() + ".")
        .orElse(".");
  }
}
