package dev.pilothouse.chain;

import dev.pilothouse.chain.PlacedStep.StepList;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// Which step of one definition is which step of another. By its id, wherever it stands; one
/// without an id by what it says: first within the list where it stood, then anywhere.
final class StepPairs {
  private record Lists(StepList before, StepList after) {}

  private final StepOutline before;
  private final StepOutline after;
  private final Map<String, PlacedStep> beforeById = new HashMap<>();
  private final Map<String, PlacedStep> afterById = new HashMap<>();
  private final Deque<Lists> open = new ArrayDeque<>();

  StepPairs(StepOutline before, StepOutline after) {
    this.before = before;
    this.after = after;
    byGivenId();
    open.add(new Lists(StepList.CHAIN, StepList.CHAIN));
    pairWithinLists();
    pair(before.steps(), after.steps(), PlacedStep::content, _ -> true);
    pairWithinLists();
  }

  /// What the step was before.
  Optional<PlacedStep> before(PlacedStep now) {
    return Optional.ofNullable(beforeById.get(now.id()));
  }

  /// What became of the step.
  Optional<PlacedStep> after(PlacedStep once) {
    return Optional.ofNullable(afterById.get(once.id()));
  }

  /// Whether both are the same list, as far as its owner is the same step.
  boolean isSame(StepList once, StepList now) {
    return once.slot().equals(now.slot())
        && (now.owner().isEmpty()
            ? once.owner().isEmpty()
            : before(after.step(now.owner()))
                .filter(owner -> owner.id().equals(once.owner()))
                .isPresent());
  }

  private void byGivenId() {
    after.steps().stream()
        .filter(PlacedStep::named)
        .filter(now -> before.has(now.id()) && before.step(now.id()).named())
        .forEach(now -> pair(before.step(now.id()), now));
  }

  private void pair(PlacedStep once, PlacedStep now) {
    beforeById.put(now.id(), once);
    afterById.put(once.id(), now);
    after.listsIn(now).stream()
        .map(list -> new Lists(new StepList(once.id(), list.slot()), list))
        .forEach(open::add);
  }

  private void pairWithinLists() {
    while (!open.isEmpty()) {
      Lists next = open.remove();
      List<PlacedStep> once = before.list(next.before());
      List<PlacedStep> now = after.list(next.after());
      pair(once, now, PlacedStep::content, _ -> true);
      pairPartly(once, now);
    }
  }

  /// Steps that are not quite the same any more. Those with two different ids were meant as two.
  private void pairPartly(List<PlacedStep> once, List<PlacedStep> now) {
    pair(once, unnamed(now), PlacedStep::headline, _ -> true);
    pair(unnamed(once), now, PlacedStep::headline, _ -> true);
    pair(unnamed(once), unnamed(now), PlacedStep::kind, it -> !it.kind().equals("do"));
  }

  private static List<PlacedStep> unnamed(List<PlacedStep> steps) {
    return steps.stream().filter(it -> !it.named()).toList();
  }

  /// The first of one list with the first of the other that is like it.
  private <K> void pair(
      List<PlacedStep> once,
      List<PlacedStep> now,
      Function<PlacedStep, K> likeness,
      Predicate<PlacedStep> which) {
    Map<K, Deque<PlacedStep>> free = new HashMap<>();
    once.stream()
        .filter(which)
        .filter(it -> after(it).isEmpty())
        .forEach(it -> free.computeIfAbsent(likeness.apply(it), _ -> new ArrayDeque<>()).add(it));
    now.stream()
        .filter(which)
        .filter(it -> before(it).isEmpty())
        .forEach(it ->
            Optional.ofNullable(free.getOrDefault(likeness.apply(it), new ArrayDeque<>()).poll())
                .ifPresent(partner -> pair(partner, it)));
  }
}
