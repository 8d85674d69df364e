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
  /// To compile them all takes some seconds.
  static final int MOST_EXPRESSIONS = 5_000;

  private final Problems problems;
  private final References references;
  private int expressions = 0;

  ValueReader(Problems problems, References references) {
    this.problems = problems;
    this.references = references;
  }

  /// An expression that says yes or no.
  Optional<Expression> condition(Fields fields, String key) {
    return fields.text(key).flatMap(text -> condition(text, fields.pathOf(key)));
  }

  private Optional<Expression> condition(String text, String path) {
    if (areTooMany(path)) {
      return Optional.empty();
    }
    try {
      Expression condition = Expression.compile(text, references.sight().locals());
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
      references.check(condition, path, 0);
      return Optional.of(condition);
    } catch (ExpressionMistakes wrong) {
      complain(wrong, path, text.startsWith("${"));
      return Optional.empty();
    }
  }

  /// An expression that gives any value.
  Optional<Expression> expression(Fields fields, String key) {
    return fields.text(key).flatMap(text -> expression(text, fields.pathOf(key)));
  }

  private Optional<Expression> expression(String text, String path) {
    if (areTooMany(path)) {
      return Optional.empty();
    }
    try {
      Expression expression = Expression.compile(text, references.sight().locals());
      references.check(expression, path, 0);
      return Optional.of(expression);
    } catch (ExpressionMistakes wrong) {
      complain(wrong, path, text.startsWith("${"));
      return Optional.empty();
    }
  }

  Optional<Template> template(Fields fields, String key) {
    return fields.text(key).flatMap(text -> template(text, fields.pathOf(key)));
  }

  /// Says so once, and reads no more of them.
  private boolean areTooMany(String path) {
    expressions++;
    if (expressions == MOST_EXPRESSIONS + 1) {
      problems.add(
          path,
          "expected at most 5,000 texts with expressions, but there are more.",
          "Take the definition apart into several automations.");
    }
    return expressions > MOST_EXPRESSIONS;
  }

  private Optional<Template> template(String text, String path) {
    if (text.contains("${") && areTooMany(path)) {
      return Optional.empty();
    }
    try {
      Template template = Template.parse(text, references.sight().locals());
      template.values().forEach(value -> references.check(value.expression(), path, value.from()));
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
          mistake.offset(),
          mistake.message(),
          wrapped ? "This is an expression already: leave out '${' and '}'." : mistake.hint());
    }
  }

  /// JSON with expressions in its texts.
  TemplateTree tree(JsonNode node, String path) {
    if (isLiteral(node)) {
      return new TemplateTree.Literal(node);
    }
    return switch (node.getNodeType()) {
      case OBJECT -> fields(node, path);
      case ARRAY -> items(node, path);
      case STRING ->
          template(node.stringValue(), path)
              .<TemplateTree>map(TemplateTree.Text::new)
              .orElse(TemplateTree.NOTHING);
      case NUMBER, BOOLEAN, NULL, MISSING, BINARY, POJO -> new TemplateTree.Literal(node);
    };
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
