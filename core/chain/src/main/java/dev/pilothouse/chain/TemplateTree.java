package dev.pilothouse.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON whose texts may hold expressions. What holds none is one literal, however deep.
public sealed interface TemplateTree {
  TemplateTree NOTHING = new Literal(JsonNodeFactory.instance.objectNode());

  /// With every expression worked out, in what is left of the room for all of them.
  JsonNode fill(Scope scope, FilledRoom room) throws ExpressionFailed;

  /// As the author wrote it.
  JsonNode written();

  Stream<Expression> expressions();

  record Literal(JsonNode value) implements TemplateTree {
    @Override
    public JsonNode fill(Scope scope, FilledRoom room) {
      return value;
    }

    @Override
    public JsonNode written() {
      return value;
    }

    @Override
    public Stream<Expression> expressions() {
      return Stream.empty();
    }
  }

  record Text(Template template) implements TemplateTree {
    @Override
    public JsonNode fill(Scope scope, FilledRoom room) throws ExpressionFailed {
      return template.value(scope, room);
    }

    @Override
    public JsonNode written() {
      return JsonNodeFactory.instance.stringNode(template.written());
    }

    @Override
    public Stream<Expression> expressions() {
      return template.expressions().stream();
    }
  }

  record Items(List<TemplateTree> items) implements TemplateTree {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public JsonNode fill(Scope scope, FilledRoom room) throws ExpressionFailed {
      List<JsonNode> filled = new ArrayList<>();
      for (TemplateTree item : items) {
        filled.add(item.fill(scope, room));
      }
      return array(filled);
    }

    @Override
    public JsonNode written() {
      return array(items.stream().map(TemplateTree::written).toList());
    }

    @Override
    public Stream<Expression> expressions() {
      return items.stream().flatMap(TemplateTree::expressions);
    }

    private static ArrayNode array(List<JsonNode> items) {
      return JsonNodeFactory.instance.arrayNode().addAll(items);
    }
  }

  record Fields(SequencedMap<String, TemplateTree> fields) implements TemplateTree {
    public Fields {
      fields = new LinkedHashMap<>(fields);
    }

    @Override
    public JsonNode fill(Scope scope, FilledRoom room) throws ExpressionFailed {
      ObjectNode filled = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, TemplateTree> field : fields.entrySet()) {
        filled.set(field.getKey(), field.getValue().fill(scope, room));
      }
      return filled;
    }

    @Override
    public JsonNode written() {
      ObjectNode written = JsonNodeFactory.instance.objectNode();
      fields.forEach((key, value) -> written.set(key, value.written()));
      return written;
    }

    @Override
    public Stream<Expression> expressions() {
      return fields.values().stream().flatMap(TemplateTree::expressions);
    }
  }
}
