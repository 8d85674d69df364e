package dev.pilothouse.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.contracts.Queues;
import dev.pilothouse.contracts.Watermark;
import dev.pilothouse.contracts.WatermarkWorkflow;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatermarkWorkflowTest {
  private static final UUID HOUSE = UUID.randomUUID();

  private final TestWorkflowEnvironment temporal = PlainTemporal.start();

  @AfterEach
  void close() {
    temporal.close();
  }

  @Test
  void carriesTheHighestMarkIntoItsNextHistory() {
    WatermarkWorkflow workflow = started();

    workflow.advance(new Watermark(HOUSE, 5_000));
    LongStream.range(2, 1_001).forEach(tick -> workflow.advance(new Watermark(HOUSE, tick)));
    temporal.sleep(Duration.ofSeconds(1));

    assertThat(startOfTheNewestHistory()).isEqualTo(text(HOUSE, 5_000));
  }

  @Test
  void belongsToTheHouseThatSpokeLast() {
    Watermark other = new Watermark(UUID.randomUUID(), 1);
    WatermarkWorkflow workflow = started();

    LongStream.range(2, 1_001).forEach(tick -> workflow.advance(new Watermark(HOUSE, tick)));
    workflow.advance(other);
    temporal.sleep(Duration.ofSeconds(1));

    assertThat(startOfTheNewestHistory()).isEqualTo(text(other.identity(), 1));
  }

  private WatermarkWorkflow started() {
    temporal
        .newWorker(Queues.RUNS)
        .registerWorkflowImplementationTypes(WatermarkWorkflowImpl.class);
    temporal.start();
    WatermarkWorkflow workflow =
        temporal
            .getWorkflowClient()
            .newWorkflowStub(
                WatermarkWorkflow.class,
                WorkflowOptions.newBuilder()
                    .setTaskQueue(Queues.RUNS)
                    .setWorkflowId(WatermarkWorkflow.ID)
                    .build());
    var _ = WorkflowClient.execute(workflow::keep, new Watermark(HOUSE, 1));
    return workflow;
  }

  private static String text(UUID identity, long tick) {
    return "{\"identity\":\"%s\",\"tick\":%d}".formatted(identity, tick);
  }

  /// Its input is the first payload of the history.
  private String startOfTheNewestHistory() {
    String history = temporal.getWorkflowClient().fetchHistory(WatermarkWorkflow.ID).toJson(false);
    Matcher data = Pattern.compile("\"data\": ?\"([^\"]+)\"").matcher(history);
    assertThat(data.find()).isTrue();
    return new String(Base64.getDecoder().decode(data.group(1)), StandardCharsets.UTF_8);
  }
}
