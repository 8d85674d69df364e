package dev.pilothouse.bench;

import dev.pilothouse.chain.Expression;
import dev.pilothouse.chain.ExpressionFailed;
import dev.pilothouse.chain.ExpressionFunction;
import dev.pilothouse.chain.ExpressionMistakes;
import dev.pilothouse.chain.Functions;
import dev.pilothouse.chain.Scope;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// An expression's steps are counted and its time is not, so that it ends at the same place
/// everywhere. Here the example of each function is called in a loop until the count ends it: what
/// takes far longer than the plainest loop is counted too cheaply.
final class BudgetBench implements Benchmark {
  private static final double MOST_TIMES_PLAIN = 4;

  /// What the examples are about.
  private static final String DATA =
      "{\"n\": 7, \"half\": 0.5, \"name\": \"Ada\", \"none\": null, \"list\": [3, 1, 2],"
          + " \"rows\": [{\"id\": \"a\", \"n\": 2}, {\"id\": \"b\", \"n\": 1.5}]}";

  private final Scope scope = Scope.of(event());

  @Override
  public String name() {
    return "budget";
  }

  @Override
  public String about() {
    return "How long a loop of each function takes until it is ended, beside the plainest loop"
        + " [--rows 12]";
  }

  @Override
  public int run(List<String> arguments) throws ExpressionMistakes {
    Ended plain = ended("the plainest", "a + b");
    List<Ended> all = new ArrayList<>();
    for (ExpressionFunction function : Functions.all()) {
      all.add(ended(function.name(), function.example()));
    }
    all.sort(Comparator.comparingDouble(Ended::millis).reversed());
    Table table = new Table("a loop of", "ms until it is ended", "times the plainest");
    Stream.of(List.of(plain), all.subList(0, new Options(arguments).number("rows", 12)))
        .flatMap(List::stream)
        .forEach(it -> table.row(it.what(), it.millis(), it.millis() / plain.millis()));
    table.print();
    return all.getFirst().millis() <= MOST_TIMES_PLAIN * plain.millis() ? 0 : 1;
  }

  private record Ended(String what, double millis) {}

  /// The second time counts: the first also takes what Java compiles.
  private Ended ended(String what, String called) throws ExpressionMistakes {
    Expression loop =
        Expression.compile(
            "list.range(1, 1000).exists(a, list.range(1, 100000).exists(b, [%s].size() == 0))"
                .formatted(called));
    var _ = millis(loop);
    return new Ended(what, millis(loop));
  }

  private double millis(Expression loop) {
    long begun = System.nanoTime();
    try {
      Json value = loop.value(scope);
      throw new IllegalStateException("Expected it to be ended, but it gave " + value);
    } catch (ExpressionFailed _) {
      return (System.nanoTime() - begun) / 1e6;
    }
  }

  private static NewEntry event() {
    return NewEntry.fromOutside(
        new TenantId(new UUID(0, 1)),
        "key/1",
        new CloudEvent(
            "https://crm.example",
            "1",
            "crm.deal.won",
            "deal/42",
            Instant.EPOCH,
            new EventData.Parsed(new Json(DATA))));
  }
}
