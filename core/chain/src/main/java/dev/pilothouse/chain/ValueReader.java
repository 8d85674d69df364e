package dev.pilothouse.chain;

import dev.pilothouse.chain.ExpressionMistakes.Mistake;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// Reads expressions, templates, durations and numbers; complains where one is none.
final class ValueReader {
  private final Problems problems;
  private final References references;

  ValueReader(Problems problems, References references) {
    this.problems = problems;
    this.references = references;
  }

  /// An expression that says yes or no.
  Optional<Expression> condition(Fields fields, String key) {
    return fields.text(key).flatMap(text -> condition(text, fields.pathOf(key)));
  }

  private Optional<Expression> condition(String text, String path) {
    try {
      Expression condition = Expression.compile(text);
      if (!condition.maybeCondition()) {
        problems.add(
            path,
            "expected a condition, but "
                + CelMistakes.quoted(text)
                + " gives "
                + condition.resultType()
                + ".",
            "Compare it with something, such as event.data.amount > 1000.");
      }
      references.check(condition, path);
      return Optional.of(condition);
    } catch (ExpressionMistakes wrong) {
      complain(wrong, path, text.startsWith("${"));
      return Optional.empty();
    }
  }

  Optional<Template> template(Fields fields, String key) {
    return fields.text(key).flatMap(text -> template(text, fields.pathOf(key)));
  }

  private Optional<Template> template(String text, String path) {
    try {
      Template template = Template.parse(text);
      template.expressions().forEach(expression -> references.check(expression, path));
      return Optional.of(template);
    } catch (ExpressionMistakes wrong) {
      complain(wrong, path, false);
      return Optional.empty();
    }
  }

  private void complain(ExpressionMistakes wrong, String path, boolean wrapped) {
    for (Mistake mistake : wrong.mistakes()) {
      problems.add(
          path,
          mistake.message(),
          wrapped
              ? "A condition is an expression already: leave out '${' and '}'."
              : mistake.hint());
    }
  }

  /// JSON with expressions in its texts.
  TemplateTree tree(JsonNode node, String path) {
    TemplateTree tree =
        switch (node.getNodeType()) {
          case OBJECT -> fields(node, path);
          case ARRAY -> items(node, path);
          case STRING ->
              template(node.stringValue(), path)
                  .<TemplateTree>map(template -> text(template, node))
                  .orElse(TemplateTree.NOTHING);
          case NUMBER, BOOLEAN, NULL, MISSING, BINARY, POJO -> new TemplateTree.Literal(node);
        };
    return tree.expressions().findAny().isEmpty() && isLiteral(node)
        ? new TemplateTree.Literal(node)
        : tree;
  }

  private static TemplateTree text(Template template, JsonNode node) {
    return template.isPlain() && template.written().equals(node.stringValue()) && isLiteral(node)
        ? new TemplateTree.Literal(node)
        : new TemplateTree.Text(template);
  }

  /// Escaped braces are no expression, and still have to be filled in.
  private static boolean isLiteral(JsonNode node) {
    return !node.toString().contains("${");
  }

  private TemplateTree fields(JsonNode node, String path) {
    SequencedMap<String, TemplateTree> fields = new LinkedHashMap<>();
    node.properties()
        .forEach(field ->
            fields.put(field.getKey(), tree(field.getValue(), Fields.under(path, field.getKey()))));
    return new TemplateTree.Fields(fields);
  }

  private TemplateTree items(JsonNode node, String path) {
    return new TemplateTree.Items(
        IntStream.range(0, node.size())
            .mapToObj(i -> tree(node.get(i), path + "[" + i + "]"))
            .toList());
  }

  /// Empty where the key is missing, and where it holds no duration or one out of bounds.
  Optional<Duration> duration(Fields fields, String key, Duration least, Duration most) {
    return fields.value(key).flatMap(node -> duration(node, fields.pathOf(key), least, most));
  }

  private Optional<Duration> duration(JsonNode node, String path, Duration least, Duration most) {
    Optional<Duration> read =
        Optional.of(node)
            .filter(JsonNode::isString)
            .map(JsonNode::stringValue)
            .flatMap(DurationText::parse);
    if (read.isEmpty()) {
      problems.wrongKind(
          path, "a duration", Shown.kind(node), "Write it like " + DurationText.EXAMPLES + ".");
    }
    return read.filter(time -> isWithin(time, node, path, least, most));
  }

  private boolean isWithin(
      Duration time, JsonNode node, String path, Duration least, Duration most) {
    boolean within = time.compareTo(least) >= 0 && time.compareTo(most) <= 0;
    if (!within) {
      problems.wrongKind(
          path,
          "a duration from " + DurationText.readable(least) + " to " + DurationText.readable(most),
          Shown.kind(node),
          "Choose one between them.");
    }
    return within;
  }

  Optional<Double> number(Fields fields, String key, double least, double most, boolean whole) {
    return fields.value(key).flatMap(node -> number(node, fields.pathOf(key), least, most, whole));
  }

  private Optional<Double> number(
      JsonNode node, String path, double least, double most, boolean whole) {
    boolean fits =
        node.isNumber()
            && (!whole || node.isIntegralNumber())
            && node.asDouble() >= least
            && node.asDouble() <= most;
    if (!fits) {
      problems.wrongKind(
          path,
          (whole ? "a whole number from " : "a number from ") + (long) least + " to " + (long) most,
          Shown.kind(node),
          "Choose one between them.");
    }
    return fits ? Optional.of(node.asDouble()) : Optional.empty();
  }
}
