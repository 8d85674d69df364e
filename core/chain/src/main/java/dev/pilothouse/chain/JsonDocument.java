package dev.pilothouse.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads the form of a definition in JSON.
final class JsonDocument {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final SourceText source;
  private final JsonParser parser;
  private final FormComplaints complaints;
  private final JsonMistakes mistakes;

  private JsonDocument(SourceText source) {
    this.source = source;
    this.parser = JsonText.parser(source.text());
    this.complaints = new FormComplaints(source);
    this.mistakes = new JsonMistakes(source);
  }

  /// @throws DefinitionProblems where it is no JSON
  static SourceTree read(SourceText source) {
    return new JsonDocument(source).read();
  }

  private SourceTree read() {
    try {
      Spot root = whole();
      if (next()) {
        throw complaints.fatal(mistakes.more(begin()));
      }
      return complaints.tree(root);
    } catch (JacksonException malformed) {
      throw complaints.fatal(mistakes.of(malformed, begin(), end()));
    }
  }

  private Spot whole() {
    if (!next()) {
      throw complaints.fatal(mistakes.nothing());
    }
    return value(Span.NONE, Trail.WHOLE);
  }

  private boolean next() {
    parser.nextToken();
    return parser.hasCurrentToken();
  }

  private int begin() {
    return offset(parser.currentTokenLocation().getCharOffset());
  }

  private int end() {
    return offset(parser.currentLocation().getCharOffset());
  }

  private int offset(long offset) {
    return Math.clamp(offset, 0, source.length());
  }

  private Spot value(Span key, Trail trail) {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> object(key, trail);
      case START_ARRAY -> list(key, trail);
      default -> scalar(token, key);
    };
  }

  private Spot scalar(JsonToken token, Span key) {
    int from = begin();
    String text = parser.getString();
    Span span = new Span(from, end());
    JsonNode node =
        switch (token) {
          case VALUE_STRING -> NODES.stringNode(text);
          case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(token == JsonToken.VALUE_TRUE);
          case VALUE_NULL -> NODES.nullNode();
          default -> number(text, span);
        };
    return Spot.scalar(node, key, span);
  }

  private JsonNode number(String text, Span span) {
    Optional<JsonNode> number = JsonText.number(text);
    return number.orElseThrow(() -> complaints.fatal(mistakes.largeNumber(span)));
  }

  private Spot list(Span key, Trail trail) {
    int from = begin();
    complaints.refuseTooDeep(trail, new Span(from, from + 1));
    mistakes.opened(from);
    List<Spot> items = new ArrayList<>();
    while (next() && parser.currentToken() != JsonToken.END_ARRAY) {
      items.add(value(Span.NONE, trail.item(items.size())));
    }
    mistakes.closed();
    return Spot.list(items, key, new Span(from, end()));
  }

  private Spot object(Span key, Trail trail) {
    int from = begin();
    complaints.refuseTooDeep(trail, new Span(from, from + 1));
    mistakes.opened(from);
    SequencedMap<String, Spot> fields = new LinkedHashMap<>();
    while (next() && parser.currentToken() != JsonToken.END_OBJECT) {
      field(fields, trail);
    }
    mistakes.closed();
    return Spot.object(fields, key, new Span(from, end()));
  }

  private void field(SequencedMap<String, Spot> fields, Trail trail) {
    int from = begin();
    String name = parser.getString();
    Span key = new Span(from, closingMark(from));
    next();
    Spot earlier = fields.putIfAbsent(name, value(key, trail.key(name)));
    if (earlier != null) {
      complaints.twice(name, earlier.key(), key, trail.key(name));
    }
  }

  /// The parser is at the value already when it hands out the key.
  private int closingMark(int from) {
    int at = from + 1;
    while (at < source.length() && source.text().charAt(at) != '"') {
      at += source.text().charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, source.length());
  }
}
