package dev.pilothouse.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowHistoryLoader;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Histories recorded on a real server, replayed by today's code: runs that were under way when the
/// code changed must be able to go on. Files are added (docs/operations.md says how), never
/// changed.
class RecordedHistoriesTest {
  @ParameterizedTest
  @MethodSource("recorded")
  void goesOnWithARunBegunByEarlierCode(Path history) {
    assertThatCode(() -> replay(history)).doesNotThrowAnyException();
  }

  @Test
  void thereAreHistoriesToReplay() throws Exception {
    assertThat(recorded()).isNotEmpty();
  }

  static Stream<Path> recorded() throws IOException, URISyntaxException {
    Path folder =
        Path.of(
            Objects.requireNonNull(RecordedHistoriesTest.class.getResource("/histories")).toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    }
  }

  private static void replay(Path history) throws Exception {
    try (TestWorkflowEnvironment temporal = PlainTemporal.start()) {
      Worker worker = temporal.newWorker("replay");
      worker.registerWorkflowImplementationTypes(
          RunWorkflowImpl.class, WatermarkWorkflowImpl.class);
      WorkflowReplayer.replayWorkflowExecution(
          WorkflowHistoryLoader.readHistory(history.toFile()), worker);
    }
  }
}
