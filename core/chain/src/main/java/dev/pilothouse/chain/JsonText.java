package dev.pilothouse.chain;

import dev.pilothouse.model.Json;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// JSON between its text and its tree.
final class JsonText {
  /// Numbers stay as they were written: what is only passed on must not be rounded.
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final JsonMapper STRICT =
      MAPPER.rebuild().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final ObjectWriter PRETTY = MAPPER.writer().with(prettyPrinter());
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?");
  private static final double WHOLE_UP_TO = 1e15;

  private JsonText() {}

  private static DefaultPrettyPrinter prettyPrinter() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""))
        .withObjectIndenter(lines)
        .withArrayIndenter(lines);
  }

  static JsonNode parse(Json json) {
    return MAPPER.readTree(json.text());
  }

  /// Refuses a key that stands twice in one object: one of the two would be lost in silence.
  static JsonNode parseStrictly(Json json) {
    return STRICT.readTree(json.text());
  }

  static JsonParser parser(String text) {
    return MAPPER.createParser(text);
  }

  /// Empty for what JSON does not take for a number, and for one too long or too large to work
  /// with.
  static Optional<JsonNode> number(String text) {
    try {
      return NUMBER.matcher(text).matches() ? Optional.of(MAPPER.readTree(text)) : Optional.empty();
    } catch (JacksonException | NumberFormatException tooLarge) {
      return Optional.empty();
    }
  }

  static String pretty(JsonNode node) {
    return PRETTY.writeValueAsString(node) + "\n";
  }

  static Json of(JsonNode node) {
    return new Json(node.toString());
  }

  /// As it reads within a sentence: texts bare, nothing for null, whole amounts without `.0`.
  static String inSentence(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> node.stringValue();
      case NULL -> "";
      case NUMBER -> number(node);
      case OBJECT, ARRAY, BOOLEAN, MISSING, BINARY, POJO -> node.toString();
    };
  }

  private static String number(JsonNode node) {
    return node.isIntegralNumber() || Math.abs(node.asDouble()) >= WHOLE_UP_TO
        ? node.toString()
        : plain(BigDecimal.valueOf(node.asDouble()));
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
