package dev.pilothouse.chain;

import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.pilothouse.chain.Need.Beyond;
import dev.pilothouse.chain.Need.Beyond.Side;
import dev.pilothouse.chain.Need.OneOf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Takes a condition apart at its `&&` and reads what each part asks of the event. The text is only
/// parsed, which costs a tenth of compiling it: a process that starts does this with all that is
/// published.
final class NeedsReader {
  /// The one field whose values CEL compares in a way of its own.
  static final String TIME = "time";

  private final List<Need> found = new ArrayList<>();
  private boolean complete = true;

  private NeedsReader() {}

  static Needs of(String condition) {
    return PlainCondition.of(condition).orElseGet(() -> parsed(condition));
  }

  static Needs parsed(String condition) {
    CelValidationResult parsed = CelLanguage.parse(condition);
    try {
      return parsed.hasError() ? new Needs(List.of(), false) : of(parsed.getAst().getExpr());
    } catch (CelValidationException neverWithoutError) {
      throw new IllegalStateException(neverWithoutError);
    }
  }

  private static Needs of(CelExpr condition) {
    NeedsReader reader = new NeedsReader();
    reader.read(condition);
    return new Needs(reader.found, reader.complete);
  }

  private void read(CelExpr node) {
    if (isCall(node, "_&&_")) {
      node.call().args().forEach(this::read);
    } else {
      need(node).ifPresentOrElse(found::add, () -> complete = false);
    }
  }

  private static Optional<Need> need(CelExpr node) {
    Optional<OneOf> equality = equality(node).or(() -> truth(node));
    return equality.isPresent() ? equality.map(Function.identity()) : comparison(node);
  }

  /// `event.data.vip` alone, and `!event.data.vip`.
  private static Optional<OneOf> truth(CelExpr node) {
    return isCall(node, "!_")
        ? path(node.call().args().getFirst()).map(path -> oneOf(path, Set.of(false)))
        : path(node).map(path -> oneOf(path, Set.of(true)));
  }

  private static Optional<OneOf> equality(CelExpr node) {
    if (node.getKind() != CelExpr.ExprKind.Kind.CALL) {
      return Optional.empty();
    }
    List<CelExpr> sides = node.call().args();
    return switch (node.call().function()) {
      case "_==_" ->
          equal(sides.getFirst(), sides.getLast())
              .or(() -> equal(sides.getLast(), sides.getFirst()));
      case "@in" -> among(sides.getFirst(), sides.getLast());
      case "_||_" -> either(sides);
      default -> Optional.empty();
    };
  }

  private static Optional<OneOf> equal(CelExpr place, CelExpr constant) {
    return path(place).flatMap(path -> value(constant).map(one -> oneOf(path, Set.of(one))));
  }

  private static Optional<OneOf> among(CelExpr place, CelExpr list) {
    return list.getKind() == CelExpr.ExprKind.Kind.LIST && list.list().optionalIndices().isEmpty()
        ? path(place).flatMap(path -> values(list.list().elements()).map(all -> oneOf(path, all)))
        : Optional.empty();
  }

  private static OneOf oneOf(EventPath path, Collection<Object> values) {
    return new OneOf(
        path,
        values.stream().map(SameValue::keyOf).collect(Collectors.toSet()),
        values.stream().anyMatch(SameValue::isRough));
  }

  /// All of them about one place: together they are one list of values.
  private static Optional<OneOf> either(List<CelExpr> sides) {
    List<OneOf> equalities = sides.stream().flatMap(side -> equality(side).stream()).toList();
    return equalities.size() == sides.size()
            && equalities.stream().map(OneOf::path).distinct().count() == 1
        ? Optional.of(united(equalities))
        : Optional.empty();
  }

  private static OneOf united(List<OneOf> equalities) {
    return new OneOf(
        equalities.getFirst().path(),
        equalities.stream().flatMap(it -> it.keys().stream()).collect(Collectors.toSet()),
        equalities.stream().anyMatch(OneOf::rough));
  }

  private static Optional<Need> comparison(CelExpr node) {
    if (node.getKind() != CelExpr.ExprKind.Kind.CALL || node.call().args().size() != 2) {
      return Optional.empty();
    }
    CelExpr left = node.call().args().getFirst();
    CelExpr right = node.call().args().getLast();
    return side(node.call().function())
        .flatMap(side -> beyond(left, side, right).or(() -> beyond(right, side.mirrored(), left)));
  }

  private static Optional<Need> beyond(CelExpr place, Side side, CelExpr bound) {
    return path(place)
        .flatMap(path ->
            value(bound)
                .filter(Number.class::isInstance)
                .map(number -> new Beyond(path, side, ((Number) number).doubleValue())));
  }

  private static Optional<Side> side(String function) {
    return switch (function) {
      case "_<_" -> Optional.of(Side.LESS);
      case "_<=_" -> Optional.of(Side.AT_MOST);
      case "_>_" -> Optional.of(Side.MORE);
      case "_>=_" -> Optional.of(Side.AT_LEAST);
      default -> Optional.empty();
    };
  }

  private static Optional<EventPath> path(CelExpr node) {
    return EventPath.of(node).filter(path -> !path.field().equals(TIME));
  }

  /// Empty where one of them is no constant.
  private static Optional<List<Object>> values(List<CelExpr> elements) {
    List<Object> values = elements.stream().flatMap(element -> value(element).stream()).toList();
    return values.size() == elements.size() ? Optional.of(values) : Optional.empty();
  }

  private static Optional<Object> value(CelExpr node) {
    return node.getKind() == CelExpr.ExprKind.Kind.CONSTANT
        ? value(node.constant())
        : Optional.empty();
  }

  private static Optional<Object> value(CelConstant constant) {
    return switch (constant.getKind()) {
      case STRING_VALUE -> Optional.of(constant.stringValue());
      case BOOLEAN_VALUE -> Optional.of(constant.booleanValue());
      case INT64_VALUE -> Optional.of(constant.int64Value());
      case UINT64_VALUE -> Optional.of(constant.uint64Value());
      case DOUBLE_VALUE -> Optional.of(constant.doubleValue());
      case NULL_VALUE -> Optional.of(constant.nullValue());
      default -> Optional.empty();
    };
  }

  private static boolean isCall(CelExpr node, String function) {
    return node.getKind() == CelExpr.ExprKind.Kind.CALL && node.call().function().equals(function);
  }
}
