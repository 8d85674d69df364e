package dev.pilothouse.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which steps stand elsewhere now: in another list, or in another order. Of an order as few as
/// possible: taking one step to the front is one move, and not one of each step behind it.
final class StepMoves {
  private final StepPairs pairs;
  private final Set<String> moved = new HashSet<>();

  StepMoves(StepOutline after, StepPairs pairs) {
    this.pairs = pairs;
    after.steps().stream().filter(this::isInAnotherList).map(PlacedStep::id).forEach(moved::add);
    after.steps().stream().map(PlacedStep::list).distinct().map(after::list).forEach(this::order);
  }

  boolean isMoved(PlacedStep now) {
    return moved.contains(now.id());
  }

  private boolean isInAnotherList(PlacedStep now) {
    return pairs.before(now).filter(once -> !pairs.isSame(once.list(), now.list())).isPresent();
  }

  private void order(List<PlacedStep> list) {
    List<PlacedStep> kept =
        list.stream().filter(it -> pairs.before(it).isPresent() && !isMoved(it)).toList();
    Set<Integer> inOrder =
        longestRise(kept.stream().mapToInt(it -> pairs.before(it).orElseThrow().index()).toArray());
    for (int place = 0; place < kept.size(); place++) {
      if (!inOrder.contains(place)) {
        moved.add(kept.get(place).id());
      }
    }
  }

  /// The places of the longest row of numbers that only rise, by patience sorting.
  private static Set<Integer> longestRise(int[] numbers) {
    int[] tails = new int[numbers.length];
    int[] places = new int[numbers.length];
    int[] previous = new int[numbers.length];
    int length = 0;
    for (int place = 0; place < numbers.length; place++) {
      int at = -Arrays.binarySearch(tails, 0, length, numbers[place]) - 1;
      tails[at] = numbers[place];
      places[at] = place;
      previous[place] = at == 0 ? -1 : places[at - 1];
      length = Math.max(length, at + 1);
    }
    return new HashSet<>(back(previous, length == 0 ? -1 : places[length - 1]));
  }

  private static List<Integer> back(int[] previous, int last) {
    List<Integer> places = new ArrayList<>();
    for (int place = last; place >= 0; place = previous[place]) {
      places.add(place);
    }
    return places;
  }
}
