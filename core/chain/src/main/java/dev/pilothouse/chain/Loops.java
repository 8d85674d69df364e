package dev.pilothouse.chain;

import dev.pilothouse.model.LoopProgress;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Walks the turns of loops: those behind the progress are not looked at again, and only so many
/// are under way at once, so that a long loop costs no more than a short one.
final class Loops {
  /// How far a turn may run ahead of the slowest one.
  private static final int WINDOW = 1_000;

  /// Where results are collected, each progress holds all of them: then it is told less often.
  private static final int TOLD_AT_LEAST = 50;

  private static final int TOLD_AT_MOST = 200;

  /// In characters: as much as any step may give. Told as soon as it shows, and not when all is
  /// done.
  private static final int MOST_COLLECTED = 1 << 20;

  private final Walk walk;
  private final LoopItems items;

  Loops(Walk walk, LoopItems items) {
    this.walk = walk;
    this.items = items;
  }

  Way past(Step.ForEach loop, StepKey key, Frame frame) {
    try {
      return new Turns(loop, key, frame, items.of(loop, key, frame.scope())).past();
    } catch (ExpressionFailed failed) {
      return walk.demand(Demands.cannot(loop, key, failed));
    }
  }

  /// The turns of one loop, once.
  private final class Turns {
    private final Step.ForEach loop;
    private final StepKey key;
    private final Frame frame;
    private final List<Object> all;
    private final Optional<LoopProgress> known;
    private final LoopProgress before;
    private final int mark;
    private final List<Behind> behind = new ArrayList<>();
    private int failed;

    Turns(Step.ForEach loop, StepKey key, Frame frame, List<Object> all) {
      this.loop = loop;
      this.key = key;
      this.frame = frame;
      this.all = all;
      known = Optional.ofNullable(walk.recorded().progress().get(key));
      before = known.orElseGet(() -> LoopProgress.start(all.size()));
      mark = walk.mark();
      failed = before.failed();
    }

    Way past() {
      int underWay = 0;
      int last = Math.min(all.size(), before.done() + WINDOW);
      for (int i = before.done(); i < last && underWay < loop.parallel(); i++) {
        Frame turn = frame.turn(key, loop.as(), i, all.get(i));
        switch (walk.through(loop.steps(), turn)) {
          case Way.Through _ -> pass(underWay, new Behind(turn, false));
          case Way.Open _ -> underWay++;
          case Way.End end -> {
            return end;
          }
          case Way.Failed(StepError error, String where) -> {
            if (!loop.goesOn()) {
              return walk.insteadOf(
                  mark,
                  Demands.failed(loop, key, new Way.Failed(error, "item " + i + ", " + where)));
            }
            fail(underWay, turn);
          }
        }
      }
      try {
        return told();
      } catch (ExpressionFailed uncollectable) {
        return walk.insteadOf(mark, Demands.cannot(loop, key, uncollectable));
      }
    }

    /// Only those up to the first one under way are behind: the next ones are looked at again.
    private void pass(int underWay, Behind turn) {
      if (underWay == 0) {
        behind.add(turn);
      }
    }

    private void fail(int underWay, Frame turn) {
      if (underWay == 0) {
        failed++;
      }
      pass(underWay, new Behind(turn, true));
    }

    private Way told() throws ExpressionFailed {
      int done = before.done() + behind.size();
      if (done == all.size()) {
        return walk.insteadOf(mark, Demands.looped(loop, key, done, failed, results()));
      }
      if (known.isEmpty() || behind.size() >= enough()) {
        var _ =
            walk.demand(
                new Demand.Advance(
                    key,
                    loop.label(),
                    new LoopProgress(all.size(), done, failed, JsonText.of(results()))));
      }
      return Way.OPEN;
    }

    /// Once at the beginning too: so it is known how many items there are.
    private int enough() {
      return loop.collect().isEmpty() ? 1 : Math.max(TOLD_AT_LEAST, all.size() / TOLD_AT_MOST);
    }

    private ArrayNode results() throws ExpressionFailed {
      ArrayNode results = (ArrayNode) JsonText.parse(before.results());
      if (loop.collect().isPresent()) {
        for (Behind turn : behind) {
          results.add(result(loop.collect().get(), turn));
        }
        refuseTooMuch(loop.collect().get(), results);
      }
      return results;
    }

    private void refuseTooMuch(Expression collect, ArrayNode results) throws ExpressionFailed {
      if (results.toString().length() > MOST_COLLECTED) {
        throw new ExpressionFailed(
            collect.text(),
            "what is collected of the first %d items is larger than 1 MB. Collect less of each."
                .formatted(results.size()));
      }
    }

    /// One that failed has null in its place: what is collected may need what was not done.
    private static JsonNode result(Expression collect, Behind turn) throws ExpressionFailed {
      return turn.failed()
          ? JsonNodeFactory.instance.nullNode()
          : collect.json(turn.frame().scope());
    }
  }

  /// A turn that is over.
  private record Behind(Frame frame, boolean failed) {}
}
