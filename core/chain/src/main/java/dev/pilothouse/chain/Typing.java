package dev.pilothouse.chain;

import dev.pilothouse.chain.ValueType.ListOf;
import dev.pilothouse.chain.ValueType.ObjectOf;
import dev.pilothouse.chain.ValueType.Others;
import dev.pilothouse.chain.ValueType.Property;
import dev.pilothouse.chain.ValueType.Simple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Types the expressions of a definition, wherever they stand, and tells what is wrong with them.
final class Typing {
  private static final Complaint NO_VALUE =
      Complaint.of(
          true, "expected a value, but it may give a type, which is none", "Take a value of it.");

  private final TypeCheck.Sink sink;
  private final FieldHints hints;

  /// @param hints told wherever an expression stands: they are no matter of types
  Typing(TypeCheck.Sink sink, FieldHints hints) {
    this.sink = sink;
    this.hints = hints;
  }

  /// The same where other events are meant.
  Typing with(FieldHints others) {
    return new Typing(sink, others);
  }

  /// Where an expression stands.
  ///
  /// @param path of the text it stands in
  /// @param forgiving what may fail there does no harm
  record Where(String path, TypeScope scope, boolean forgiving) {
    static Where at(String path, TypeScope scope) {
      return new Where(path, scope, false);
    }

    /// There, what cannot be worked out counts as not said.
    static Where forgiving(String path, TypeScope scope) {
      return new Where(path, scope, true);
    }

    Where under(String key) {
      return new Where(Fields.under(path, key), scope, forgiving);
    }

    Where item(int index) {
      return new Where(path + "[" + index + "]", scope, forgiving);
    }
  }

  ValueType value(Expression expression, Where where) {
    return value(expression, where, 0);
  }

  private ValueType value(Expression expression, Where where, int from) {
    Complaints complaints = new Complaints();
    ValueType type =
        new TypeOf(CelLanguage.signatures(), complaints)
            .of(expression.tree().getExpr(), where.scope());
    tell(complaints, expression, where, from);
    hint(expression, where, from);
    return type;
  }

  void condition(Expression condition, Where where) {
    Complaints complaints = new Complaints();
    new TypeOf(CelLanguage.signatures(), complaints)
        .condition(condition.tree().getExpr(), where.scope());
    tell(complaints, condition, where, 0);
    hint(condition, where, 0);
  }

  private void hint(Expression expression, Where where, int from) {
    Complaints complaints = new Complaints();
    hints.in(expression.tree(), complaints);
    tell(complaints, expression, Where.at(where.path(), where.scope()), from);
  }

  private void tell(Complaints complaints, Expression expression, Where where, int from) {
    complaints.forEach((complaint, node) -> {
      if (complaint.severity() == Severity.ERROR || !where.forgiving()) {
        sink.found(complaint.at(where.path(), expression.text()), from + expression.offsetOf(node));
      }
    });
  }

  /// Of one complaint about a whole expression.
  void tell(Complaint complaint, Expression expression, Where where) {
    Complaints one = new Complaints();
    one.add(complaint);
    tell(one, expression, where, 0);
  }

  /// As JSON, which is what a template gives.
  ValueType template(Template template, Where where) {
    List<ValueType> types = new ArrayList<>();
    template.values().forEach(value -> types.add(json(value, where)));
    return template.isAlone() ? AsJson.of(types.getFirst()) : Simple.TEXT;
  }

  /// What a template gives, without a word about what is wrong in it.
  ValueType quietly(Template template, Where where) {
    return new Typing((_, _) -> {}, FieldHints.NONE).template(template, where);
  }

  /// Of one complaint about an expression in a text.
  void tell(Complaint complaint, Template.Part.Value value, Where where) {
    Complaints one = new Complaints();
    one.add(complaint);
    tell(one, value.expression(), where, value.from());
  }

  private ValueType json(Template.Part.Value value, Where where) {
    ValueType type = value(value.expression(), where, value.from());
    if (!AsJson.canHold(type)) {
      tell(NO_VALUE, value, where);
    }
    return type;
  }

  ValueType json(Expression expression, Where where) {
    ValueType type = value(expression, where);
    if (!AsJson.canHold(type)) {
      tell(NO_VALUE, expression, where);
    }
    return AsJson.of(type);
  }

  ValueType tree(TemplateTree tree, Where where) {
    return switch (tree) {
      case TemplateTree.Literal(var value) -> SchemaType.ofValue(value);
      case TemplateTree.Text(Template template) -> template(template, where);
      case TemplateTree.Items(List<TemplateTree> items) -> items(items, where);
      case TemplateTree.Fields(SequencedMap<String, TemplateTree> fields) -> fields(fields, where);
    };
  }

  private ValueType items(List<TemplateTree> items, Where where) {
    List<ValueType> types = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      types.add(tree(items.get(i), where.item(i)));
    }
    return new ListOf(TypeUnion.of(types));
  }

  private ValueType fields(Map<String, TemplateTree> fields, Where where) {
    SequencedMap<String, Property> properties = new LinkedHashMap<>();
    fields.forEach(
        (name, value) -> properties.put(name, new Property(tree(value, where.under(name)), true)));
    return new ObjectOf(properties, new Others.None());
  }
}
