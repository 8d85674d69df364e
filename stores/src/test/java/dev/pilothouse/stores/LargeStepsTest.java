package dev.pilothouse.stores;

import static dev.pilothouse.stores.StoredLines.completed;
import static dev.pilothouse.stores.StoredLines.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.spi.Ledger.Changed;
import dev.pilothouse.spi.Ledger.Line;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LargeStepsTest {
  @RegisterExtension static final Stores stores = new Stores();

  private static final Json LARGE =
      new Json("\"" + "x".repeat(StoredValues.LARGEST_IN_A_ROW) + "\"");

  private final Neighbour here = new Neighbour(stores).alive();
  private final RunRef run = stores.queuedRun();

  @AfterEach
  void stop() {
    here.close();
  }

  @Test
  void storesALargeOutputApartAndBringsItBackOnClaim() {
    here.write(here.claim(run), completed(LARGE.text()));

    assertThat(inRow("output")).hasSizeLessThan(2_000).contains("$stored");
    assertThat(here.claimed(run).steps().getFirst().outcome())
        .contains(new StepOutcome.Completed(LARGE));
  }

  @Test
  void storesALargeInputApart() {
    here.write(
        here.claim(run), new Line.Settle(step("call", 1), LARGE, new StepOutcome.Skipped("no")));

    assertThat(inRow("input")).hasSizeLessThan(2_000).contains("$stored");
  }

  @Test
  void keepsASmallOutputInItsRow() {
    here.write(here.claim(run), completed("7"));

    assertThat(inRow("output")).isEqualTo("7");
  }

  @Test
  void bringsBackTheLargeOutputOfAChangeThatIsRepeated() {
    var claim = here.claim(run);
    for (int time = 0; time < 2; time++) {
      assertThat(
              here.ledger()
                  .change(claim, step("call", 1), LARGE, _ -> new StepOutcome.Completed(LARGE)))
          .isEqualTo(new Changed.Settled(new StepOutcome.Completed(LARGE)));
    }
  }

  private String inRow(String column) {
    Map<String, @Nullable Object> row =
        stores
            .database()
            .asSystem(jdbc ->
                jdbc.sql("select " + column + "::text it from step_record where run_id = ?")
                    .param(run.run().value())
                    .query()
                    .singleRow());
    return String.valueOf(row.get("it"));
  }
}
