package dev.pilothouse.chain;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A place in the event that an expression names outright, such as `event.data.stage` or
/// `event["data"]["stage"]`: its value can be had without the expression.
///
/// @param root `event`, or another name that expressions see
record EventPath(String root, List<String> names) {
  private static final String EVENT = "event";
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  EventPath {
    names = List.copyOf(names);
  }

  /// Empty for what is no such place, or may be there or not (`event.data.?stage`).
  static Optional<EventPath> of(CelExpr expression) {
    return of(expression, EVENT);
  }

  /// A place in what has another name.
  static Optional<EventPath> of(CelExpr expression, String root) {
    List<String> names = new ArrayList<>();
    return new Reading(root).collect(expression, names) && !names.isEmpty()
        ? Optional.of(new EventPath(root, names))
        : Optional.empty();
  }

  private record Reading(String root) {
    private boolean collect(CelExpr node, List<String> names) {
      return switch (node.getKind()) {
        case IDENT -> node.ident().name().equals(root);
        case SELECT -> !node.select().testOnly() && collect(node.select(), names);
        case CALL -> collect(node.call(), names);
        default -> false;
      };
    }

    private boolean collect(CelExpr.CelSelect select, List<String> names) {
      boolean known = collect(select.operand(), names);
      names.add(select.field());
      return known;
    }

    private boolean collect(CelExpr.CelCall call, List<String> names) {
      if (!call.function().equals("_[_]")
          || call.args().getLast().getKind() != CelExpr.ExprKind.Kind.CONSTANT
          || call.args().getLast().constant().getKind() != CelConstant.Kind.STRING_VALUE) {
        return false;
      }
      boolean known = collect(call.args().getFirst(), names);
      names.add(call.args().getLast().constant().stringValue());
      return known;
    }
  }

  String field() {
    return names.getFirst();
  }

  /// A place within this one.
  EventPath then(String name) {
    List<String> longer = new ArrayList<>(names);
    longer.add(name);
    return new EventPath(root, longer);
  }

  /// Empty where there is no such place in what has the root's name; CEL would call that an error.
  Optional<Object> find(Map<?, ?> named) {
    return Optional.ofNullable(valueIn(named));
  }

  /// For who asks thousands of times for each event.
  @Nullable Object valueIn(Map<?, ?> event) {
    @Nullable Object found = event;
    for (int depth = 0; depth < names.size() && found != null; depth++) {
      found = found instanceof Map<?, ?> fields ? fields.get(names.get(depth)) : null;
    }
    return found;
  }

  /// As its author would write it.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(root);
    for (String name : names) {
      text.append(PLAIN_NAME.matcher(name).matches() ? "." + name : "[\"" + name + "\"]");
    }
    return text.toString();
  }
}
