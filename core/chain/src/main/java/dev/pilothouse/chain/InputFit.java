package dev.pilothouse.chain;

import dev.pilothouse.chain.Typing.Where;
import dev.pilothouse.chain.ValueType.ListOf;
import dev.pilothouse.chain.ValueType.Maybe;
import dev.pilothouse.chain.ValueType.ObjectOf;
import dev.pilothouse.chain.ValueType.OneOf;
import dev.pilothouse.chain.ValueType.Property;
import dev.pilothouse.chain.ValueType.Simple;
import java.util.List;
import java.util.stream.Stream;

/// Holds what expressions give against what an action takes in their place. Only what can never fit
/// is told: the same look is taken again when the step is reached, with the values.
record InputFit(Typing typing, String action) {

  /// What is written out is held against the schema elsewhere, by the action's own check.
  ///
  /// @param input of the action
  /// @param taken by the action in this place
  /// @param where the input stands; what its expressions read has been told of already
  void check(TemplateTree input, ValueType taken, Where where) {
    switch (input) {
      case TemplateTree.Literal _ -> {}
      case TemplateTree.Text(Template template) -> check(template, taken, where);
      case TemplateTree.Items(List<TemplateTree> items) -> {
        for (int i = 0; i < items.size(); i++) {
          check(items.get(i), item(taken), where.item(i));
        }
      }
      case TemplateTree.Fields(var fields) ->
          fields.forEach((name, value) -> check(value, field(taken, name), where.under(name)));
    }
  }

  private static ValueType item(ValueType taken) {
    return TypeUnion.of(
        taken.kinds().stream()
            .map(kind -> kind instanceof ListOf(ValueType items) ? items : Simple.ANY)
            .toList());
  }

  private static ValueType field(ValueType taken, String name) {
    return TypeUnion.of(
        taken.kinds().stream()
            .map(kind -> kind instanceof ObjectOf object ? field(object, name) : Simple.ANY)
            .toList());
  }

  /// One that is not taken at all is told of by the action's own check.
  private static ValueType field(ObjectOf object, String name) {
    ValueType type = object.property(name).map(Property::type).orElse(object.others().values());
    return type.equals(TypeUnion.NEVER) ? Simple.ANY : type;
  }

  private void check(Template template, ValueType taken, Where where) {
    ValueType given = typing.quietly(template, where);
    if (!canFit(given, taken)) {
      typing.tell(complaint(template, given, taken), template.values().toList().getFirst(), where);
    }
  }

  private static boolean canFit(ValueType given, ValueType taken) {
    return given.kinds().isEmpty()
        || given.kinds().stream()
            .anyMatch(kind -> taken.kinds().stream().anyMatch(into -> canFitKind(kind, into)));
  }

  /// A list may be empty, and of an object only that is certain which is always there.
  private static boolean canFitKind(ValueType given, ValueType taken) {
    if (given == Simple.ANY || taken == Simple.ANY) {
      return true;
    }
    return switch (given) {
      case Simple simple ->
          simple == taken || (simple.isNumber() && taken instanceof Simple into && into.isNumber());
      case ListOf _ -> taken instanceof ListOf;
      case ObjectOf object -> taken instanceof ObjectOf into && canFitObject(object, into);
      case Maybe _, OneOf _ -> true;
    };
  }

  private static boolean canFitObject(ObjectOf given, ObjectOf taken) {
    return given.properties().entrySet().stream()
        .filter(field -> field.getValue().required())
        .allMatch(field -> canFit(field.getValue().type(), field(taken, field.getKey())));
  }

  private Complaint complaint(Template template, ValueType given, ValueType taken) {
    return Complaint.of(
        true,
        template.isAlone()
            ? "expected %s, but it gives %s".formatted(taken.words(), given.words())
            : "expected %s, but an expression with words around it gives a text"
                .formatted(taken.words()),
        hint(template, given, taken));
  }

  private String hint(Template template, ValueType given, ValueType taken) {
    if (!template.isAlone()) {
      return "Let the expression stand alone: \"${...}\" gives its value as it is.";
    }
    if (taken.mayBe(Simple.TEXT) && isPlain(given)) {
      return "Make a text of it with string(...), or put it between words.";
    }
    if (given.mayBe(Simple.TEXT) && isNumber(taken)) {
      return "Make a number of the text with double(...) or int(...).";
    }
    if (taken.kinds().stream().anyMatch(ListOf.class::isInstance) && isPlain(given)) {
      return "Put it into a list: [\"${...}\"].";
    }
    return "docs/actions.md shows what '" + action + "' takes.";
  }

  private static boolean isPlain(ValueType given) {
    return given.kinds().stream()
        .allMatch(kind -> kind instanceof Simple && kind != Simple.NOTHING);
  }

  private static boolean isNumber(ValueType taken) {
    return Stream.of(Simple.WHOLE, Simple.DECIMAL).anyMatch(taken::mayBe);
  }
}
