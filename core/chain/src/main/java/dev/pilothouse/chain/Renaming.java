package dev.pilothouse.chain;

import dev.pilothouse.model.WrittenText;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Gives a definition another name without touching anything else of its text. Where that cannot be
/// done in its place, say since there is no name yet, the text is laid out anew.
final class Renaming {
  private static final String NAME = "name";

  private Renaming() {}

  static WrittenText of(WrittenText written, String name) {
    SourceTree source = DefinitionLayout.parse(written);
    DefinitionReader.refuseOther(source);
    JsonNode wanted = ((ObjectNode) source.root().deepCopy()).put(NAME, name);
    return Optional.ofNullable(source.places().root().fields().get(NAME))
        .map(Spot::value)
        .filter(span -> !span.isEmpty())
        .map(span -> inPlace(written, span, name))
        .filter(it -> says(it, wanted))
        .orElseGet(
            () -> DefinitionLayout.write(DefinitionLayout.canonical(wanted), written.format()));
  }

  /// Written as JSON does, which YAML reads as well.
  private static WrittenText inPlace(WrittenText written, Span span, String name) {
    String text = new SourceText(written.text()).text();
    return new WrittenText(
        written.format(),
        text.substring(0, span.from())
            + JsonNodeFactory.instance.stringNode(name)
            + text.substring(span.to()));
  }

  private static boolean says(WrittenText written, JsonNode wanted) {
    try {
      return DefinitionLayout.parse(written).root().equals(wanted);
    } catch (DefinitionProblems damaged) {
      return false;
    }
  }
}
