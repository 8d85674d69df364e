package dev.pilothouse.chain;

import dev.pilothouse.chain.PlacedStep.StepList;
import dev.pilothouse.model.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;

/// What is different in what two chains do, step by step.
final class StepDiff {
  private final StepOutline before;
  private final StepOutline after;
  private final StepPairs pairs;
  private final StepMoves moves;

  StepDiff(StepOutline before, StepOutline after) {
    this.before = before;
    this.after = after;
    pairs = new StepPairs(before, after);
    moves = new StepMoves(after, pairs);
  }

  List<Difference> differences() {
    return Stream.concat(
            after.steps().stream().flatMap(this::of),
            before.steps().stream()
                .filter(it -> isOutermost(it, before, once -> pairs.after(once).isEmpty()))
                .map(this::removed))
        .toList();
  }

  private Stream<Difference> of(PlacedStep now) {
    Optional<PlacedStep> once = pairs.before(now);
    if (once.isPresent()) {
      return kept(once.get(), now);
    }
    return isOutermost(now, after, it -> pairs.before(it).isEmpty())
        ? Stream.of(added(now))
        : Stream.empty();
  }

  private Stream<Difference> kept(PlacedStep once, PlacedStep now) {
    Stream<Difference> move = moves.isMoved(now) ? Stream.of(moved(once, now)) : Stream.empty();
    return Stream.concat(
        move,
        FieldChange.between(StepOutline.alone(once, now), StepOutline.alone(now, once)).stream()
            .map(change -> change.told(now.path(), "Step " + now.described())));
  }

  private Difference added(PlacedStep now) {
    return new Difference(
        Difference.Kind.ADDED,
        now.path(),
        Optional.empty(),
        Optional.of(JsonText.of(now.node())),
        "New step " + now.described() + " " + place(now, after) + within(after.count(now)));
  }

  private Difference removed(PlacedStep once) {
    return new Difference(
        Difference.Kind.REMOVED,
        once.path(),
        Optional.of(JsonText.of(once.node())),
        Optional.empty(),
        "Step " + once.described() + " is gone" + within(before.count(once)));
  }

  private Difference moved(PlacedStep once, PlacedStep now) {
    return new Difference(
        Difference.Kind.MOVED,
        now.path(),
        Optional.of(seat(once, before)),
        Optional.of(seat(now, after)),
        "Step " + now.described() + " moved: " + place(once, before) + " → " + place(now, after));
  }

  /// What stands in a step that came or went is told with it.
  private static boolean isOutermost(
      PlacedStep step, StepOutline outline, Predicate<PlacedStep> alone) {
    StepList list = step.list();
    return alone.test(step) && (list.owner().isEmpty() || !alone.test(outline.step(list.owner())));
  }

  private static String within(long steps) {
    return steps == 0 ? "" : ", with " + (steps == 1 ? "a step" : steps + " steps") + " in it";
  }

  private static String place(PlacedStep step, StepOutline outline) {
    return previous(step, outline)
        .map(it -> "after " + it.called())
        .orElse("at the beginning" + step.list().words());
  }

  private static Json seat(PlacedStep step, StepOutline outline) {
    return JsonText.of(
        JsonNodeFactory.instance
            .objectNode()
            .put("list", step.list().path())
            .put("after", previous(step, outline).map(PlacedStep::id).orElse(null)));
  }

  private static Optional<PlacedStep> previous(PlacedStep step, StepOutline outline) {
    return step.index() == 0
        ? Optional.empty()
        : Optional.of(outline.list(step.list()).get(step.index() - 1));
  }
}
