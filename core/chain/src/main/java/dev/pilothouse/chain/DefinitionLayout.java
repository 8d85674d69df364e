package dev.pilothouse.chain;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.SourceFormat;
import dev.pilothouse.model.WrittenText;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// How definitions are written down, in JSON and in YAML: both say the same.
public final class DefinitionLayout {
  private DefinitionLayout() {}

  /// What was sent, as a text.
  ///
  /// @param contentType what the sender says it is; may be empty
  /// @throws DefinitionProblems where it is no text
  public static WrittenText decode(byte[] sent, String contentType) {
    String text = SentBytes.decode(sent);
    return new WrittenText(formatOf(contentType, text), text);
  }

  /// What the sender says a text is; where that tells neither, what begins like JSON is JSON.
  ///
  /// @param contentType may be empty
  public static SourceFormat formatOf(String contentType, String text) {
    String said = contentType.toLowerCase(Locale.ROOT);
    if (said.contains("yaml")) {
      return SourceFormat.YAML;
    }
    return said.contains("json") || looksLikeJson(text) ? SourceFormat.JSON : SourceFormat.YAML;
  }

  private static boolean looksLikeJson(String text) {
    String begins = new SourceText(text).text().stripLeading();
    return begins.startsWith("{") || begins.startsWith("[");
  }

  /// @throws DefinitionProblems where the text does not keep to its form
  static SourceTree parse(WrittenText written) {
    SourceText text = new SourceText(written.text());
    return switch (written.format()) {
      case JSON -> JsonDocument.read(text);
      case YAML -> YamlDocument.read(text);
    };
  }

  /// What the text says, whether or not it can be carried out: people save half-done work.
  ///
  /// @throws DefinitionProblems where it does not keep to its form, or is no object
  public static Json read(WrittenText written) {
    SourceTree source = parse(written);
    DefinitionReader.refuseOther(source);
    return canonical(source.root());
  }

  /// The same text, comments and all, under another name.
  ///
  /// @throws DefinitionProblems where it does not keep to its form, or is no object
  public static WrittenText renamed(WrittenText written, String name) {
    return Renaming.of(written, name);
  }

  /// A definition as people like to read it, its keys in the order of the docs. Reading it again
  /// gives the same definition.
  public static WrittenText write(Json definition, SourceFormat format) {
    JsonNode tree = KeyOrder.of(JsonText.parse(definition));
    return new WrittenText(
        format,
        switch (format) {
          case JSON -> JsonText.pretty(tree);
          case YAML -> YamlWriter.write(tree);
        });
  }

  /// What a version is known by: the same for all texts that say the same.
  static Json canonical(JsonNode definition) {
    return JsonText.of(KeyOrder.of(definition));
  }
}
