package dev.pilothouse.chain;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Text with expressions in it, written `${...}`; `$${` is the text `${` itself.
public final class Template {
  sealed interface Part {
    record Words(String text) implements Part {}

    /// @param from where the expression begins in the text
    record Value(Expression expression, int from) implements Part {}
  }

  static final Template EMPTY = new Template("", List.of());

  private final String written;
  private final List<Part> parts;

  Template(String written, List<Part> parts) {
    this.written = written;
    this.parts = List.copyOf(parts);
  }

  public static Template parse(String text) throws ExpressionMistakes {
    return parse(text, Set.of());
  }

  /// @param locals names its expressions may use beside `event`, `steps` and `vars`
  public static Template parse(String text, Set<String> locals) throws ExpressionMistakes {
    return TemplateText.parse(text, locals);
  }

  /// As its author wrote it.
  public String written() {
    return written;
  }

  /// One expression and nothing around it gives its value with its type; all else gives text.
  JsonNode value(Scope scope, FilledRoom room) throws ExpressionFailed {
    return parts.size() == 1 && parts.getFirst() instanceof Part.Value(Expression alone, _)
        ? room.take(alone, alone.json(scope))
        : JsonNodeFactory.instance.stringNode(text(scope, room));
  }

  public String text(Scope scope) throws ExpressionFailed {
    return text(scope, new FilledRoom());
  }

  private String text(Scope scope, FilledRoom room) throws ExpressionFailed {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      text.append(
          switch (part) {
            case Part.Words(String words) -> words;
            case Part.Value(Expression expression, _) ->
                JsonText.inSentence(room.take(expression, expression.json(scope)));
          });
    }
    return text.toString();
  }

  /// Whether it is one expression and nothing around it.
  boolean isAlone() {
    return parts.size() == 1 && parts.getFirst() instanceof Part.Value;
  }

  boolean isPlain() {
    return expressions().isEmpty();
  }

  List<Expression> expressions() {
    return values().map(Part.Value::expression).collect(Collectors.toUnmodifiableList());
  }

  Stream<Part.Value> values() {
    return parts.stream().filter(Part.Value.class::isInstance).map(Part.Value.class::cast);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Template that && written.equals(that.written);
  }

  @Override
  public int hashCode() {
    return written.hashCode();
  }

  @Override
  public String toString() {
    return written;
  }
}
