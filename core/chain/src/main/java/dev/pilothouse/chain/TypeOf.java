package dev.pilothouse.chain;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.pilothouse.chain.ValueType.ListOf;
import dev.pilothouse.chain.ValueType.Maybe;
import dev.pilothouse.chain.ValueType.ObjectOf;
import dev.pilothouse.chain.ValueType.Others;
import dev.pilothouse.chain.ValueType.Property;
import dev.pilothouse.chain.ValueType.Simple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// The type of an expression, found by going through it once; complains about what cannot work on
/// the way. Every way that can be taken is looked at with what is known to hold there.
final class TypeOf {
  private static final Set<String> TYPE_NAMES =
      Set.of(
          "int",
          "uint",
          "double",
          "bool",
          "string",
          "bytes",
          "list",
          "map",
          "null_type",
          "type",
          "optional_type");

  private final Complaints complaints;
  private final FieldReading fields;
  private final Indexing indexing;
  private final Calling calling;
  private final Turning turning;

  TypeOf(Signatures signatures, Complaints complaints) {
    this.complaints = complaints;
    fields = new FieldReading(complaints);
    indexing = new Indexing(complaints, fields);
    calling = new Calling(signatures, complaints);
    turning = new Turning(this, complaints);
  }

  ValueType of(CelExpr expression, TypeScope scope) {
    return complaints.about(expression.id(), () -> found(expression, scope));
  }

  private ValueType found(CelExpr expression, TypeScope scope) {
    return switch (expression.getKind()) {
      case CONSTANT -> constant(expression.constant());
      case IDENT -> variable(expression.ident().name(), scope);
      case SELECT -> select(expression.select(), scope);
      case CALL -> call(expression.call(), scope);
      case LIST -> list(expression.list(), scope);
      case MAP -> map(expression.map(), scope);
      case COMPREHENSION -> turning.of(expression.comprehension(), scope);
      case NOT_SET, STRUCT -> Simple.ANY;
    };
  }

  private static ValueType constant(CelConstant constant) {
    return switch (constant.getKind()) {
      case NULL_VALUE -> Simple.NOTHING;
      case BOOLEAN_VALUE -> Simple.YES_NO;
      case INT64_VALUE -> Simple.WHOLE;
      case UINT64_VALUE -> Simple.UNSIGNED;
      case DOUBLE_VALUE -> Simple.DECIMAL;
      case STRING_VALUE -> Simple.TEXT;
      case BYTES_VALUE -> Simple.BYTES;
      case DURATION_VALUE -> Simple.DURATION;
      case TIMESTAMP_VALUE -> Simple.TIME;
      case NOT_SET -> Simple.ANY;
    };
  }

  private static ValueType variable(String name, TypeScope scope) {
    return scope.find(name).orElse(TYPE_NAMES.contains(name) ? Simple.TYPE : Simple.ANY);
  }

  private ValueType select(CelExpr.CelSelect select, TypeScope scope) {
    ValueType operand = of(select.operand(), scope);
    FieldName field = FieldName.of(select.operand(), select.field(), scope);
    if (select.testOnly()) {
      fields.ask(operand, field);
      return Simple.YES_NO;
    }
    return fields.read(operand, field);
  }

  private ValueType call(CelExpr.CelCall call, TypeScope scope) {
    List<CelExpr> args = call.args();
    return switch (call.function()) {
      case "_&&_" -> both(args, scope, Facts.whenTrue(args.getFirst()));
      case "_||_" -> both(args, scope, Facts.whenFalse(args.getFirst()));
      case "_?_:_" -> choice(args, scope);
      case AccessPath.INDEX -> indexing.read(of(args.getFirst(), scope), key(args, scope));
      case AccessPath.INDEX_IF_THERE ->
          indexing.readIfThere(of(args.getFirst(), scope), key(args, scope));
      case AccessPath.SELECT_IF_THERE -> selectIfThere(args, scope);
      case "value" -> value(call, scope);
      case ListFunctions.SORT_PAIRS -> turning.sorted(args.getFirst(), scope, calling);
      default -> calling.of(call, arguments(call, scope));
    };
  }

  private ValueType selectIfThere(List<CelExpr> args, TypeScope scope) {
    String name = AccessPath.text(args.getLast()).orElse("");
    return fields.readIfThere(
        of(args.getFirst(), scope), FieldName.of(args.getFirst(), name, scope));
  }

  private Indexing.Key key(List<CelExpr> args, TypeScope scope) {
    return new Indexing.Key(args.getLast(), of(args.getLast(), scope), args.getFirst(), scope);
  }

  private List<ValueType> arguments(CelExpr.CelCall call, TypeScope scope) {
    List<ValueType> types = new ArrayList<>();
    call.target().ifPresent(target -> types.add(of(target, scope)));
    call.args().forEach(arg -> types.add(of(arg, scope)));
    return types;
  }

  /// The second is looked at only where the first leaves it open, or gives an error that the second
  /// may make good.
  private ValueType both(List<CelExpr> args, TypeScope scope, Set<Fact> behindFirst) {
    condition(args.getFirst(), scope);
    condition(args.getLast(), scope.given(behindFirst));
    return Simple.YES_NO;
  }

  /// One that must come out true or false.
  void condition(CelExpr expression, TypeScope scope) {
    ValueType type = of(expression, scope);
    var _ = complaints.about(expression.id(), () -> calling.requireYesNo(type, expression));
  }

  private ValueType choice(List<CelExpr> args, TypeScope scope) {
    CelExpr condition = args.getFirst();
    condition(condition, scope);
    return of(args.get(1), scope.given(Facts.whenTrue(condition)))
        .or(of(args.get(2), scope.given(Facts.whenFalse(condition))));
  }

  /// Fails on none, unless it was asked for.
  private ValueType value(CelExpr.CelCall call, TypeScope scope) {
    ValueType given = calling.of(call, arguments(call, scope));
    call.target()
        .filter(target -> mayBeNone(target, scope))
        .ifPresent(target -> complaints.add(Calling.valueOfNone(target)));
    return given;
  }

  private boolean mayBeNone(CelExpr maybe, TypeScope scope) {
    ValueType type = complaints.muted(() -> of(maybe, scope));
    return type != Simple.ANY && !AskedFor.isCertain(maybe, scope);
  }

  private ValueType list(CelExpr.CelList list, TypeScope scope) {
    List<ValueType> items = new ArrayList<>();
    for (int i = 0; i < list.elements().size(); i++) {
      ValueType item = of(list.elements().get(i), scope);
      items.add(list.optionalIndices().contains(i) ? unwrapped(item) : item);
    }
    return new ListOf(TypeUnion.of(items));
  }

  private static ValueType unwrapped(ValueType item) {
    return TypeUnion.of(
        item.kinds().stream()
            .map(kind -> kind instanceof Maybe(ValueType value) ? value : kind)
            .toList());
  }

  private ValueType map(CelExpr.CelMap map, TypeScope scope) {
    SequencedMap<String, Property> properties = new LinkedHashMap<>();
    List<ValueType> keys = new ArrayList<>();
    List<ValueType> values = new ArrayList<>();
    for (CelExpr.CelMap.Entry entry : map.entries()) {
      ValueType value = of(entry.value(), scope);
      ValueType held = entry.optionalEntry() ? unwrapped(value) : value;
      Optional<String> name = AccessPath.text(entry.key());
      if (name.isPresent()) {
        properties.put(name.get(), new Property(held, !entry.optionalEntry()));
      } else {
        keys.add(calling.requireKey(of(entry.key(), scope)));
        values.add(held);
      }
    }
    return new ObjectOf(
        properties,
        keys.isEmpty()
            ? new Others.None()
            : new Others.Of(TypeUnion.of(keys), TypeUnion.of(values)));
  }
}
