package dev.pilothouse.chain;

import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.pilothouse.chain.CelValues.NoJson;
import dev.pilothouse.chain.ConditionExplained.Seen;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a part of a condition looks at in one event, and in what else it sees.
final class SeenValues {
  private static final int MOST = 8;

  private final Scope scope;

  SeenValues(Scope scope) {
    this.scope = scope;
  }

  List<Seen> of(String part) {
    return paths(part).map(path -> new Seen(path.toString(), value(path), from(path))).toList();
  }

  private Optional<Json> value(EventPath path) {
    return scope.find(path.root()).flatMap(root -> within(root, path)).flatMap(SeenValues::json);
  }

  private static Optional<Object> within(Object root, EventPath path) {
    return root instanceof Map<?, ?> fields ? path.find(fields) : Optional.empty();
  }

  private static Optional<Json> json(Object value) {
    try {
      return Optional.of(JsonText.of(CelValues.json(value)));
    } catch (NoJson noValue) {
      return Optional.empty();
    }
  }

  /// A change has two sides; all else was said by whoever wrote the event.
  private String from(EventPath path) {
    return switch (path.root()) {
      case "event" -> fromEvent(path);
      case Scope.STEPS -> "given by the step '" + path.field() + "'";
      case Scope.VARIABLES -> "set before";
      default -> "'" + path.root() + "' at this place";
    };
  }

  private String fromEvent(EventPath path) {
    NewEntry entry = scope.entry();
    return switch (path.field()) {
      case "before" -> "the record before the change";
      case "after" -> "the record after the change";
      default ->
          entry.cameFromOutside()
              ? "sent by " + entry.event().source()
              : "written by " + entry.actor();
    };
  }

  private Stream<EventPath> paths(String part) {
    CelValidationResult parsed = CelLanguage.parse(part);
    try {
      return parsed.hasError() ? Stream.of() : paths(CelNavigableAst.fromAst(parsed.getAst()));
    } catch (CelValidationException neverWithoutError) {
      throw new IllegalStateException(neverWithoutError);
    }
  }

  private Stream<EventPath> paths(CelNavigableAst part) {
    return part.getRoot()
        .allNodes()
        .filter(node -> place(node.expr()).isPresent() && !isWithinPlace(node))
        .flatMap(node -> place(node.expr()).stream())
        .distinct()
        .limit(MOST);
  }

  /// `event.data` within `event.data.stage`.
  private boolean isWithinPlace(CelNavigableExpr node) {
    return node.parent().filter(parent -> place(parent.expr()).isPresent()).isPresent();
  }

  private Optional<EventPath> place(CelExpr node) {
    return scope.names().stream().flatMap(root -> place(node, root).stream()).findFirst();
  }

  private static Optional<EventPath> place(CelExpr node, String root) {
    return EventPath.of(node, root).or(() -> asked(node, root));
  }

  /// `has(event.data.vip)`, `event.data.?vip`.
  private static Optional<EventPath> asked(CelExpr node, String root) {
    return switch (node.getKind()) {
      case SELECT ->
          EventPath.of(node.select().operand(), root).map(path -> path.then(node.select().field()));
      case CALL ->
          node.call().function().equals("_?._")
              ? EventPath.of(node.call().args().getFirst(), root)
                  .map(path -> path.then(node.call().args().getLast().constant().stringValue()))
              : Optional.empty();
      default -> Optional.empty();
    };
  }
}
