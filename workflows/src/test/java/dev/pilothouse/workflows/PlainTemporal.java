package dev.pilothouse.workflows;

import dev.pilothouse.contracts.HistoryFormat;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;

/// Temporal in memory, with our format of histories, unencrypted.
final class PlainTemporal {
  private PlainTemporal() {}

  static TestWorkflowEnvironment start() {
    return TestWorkflowEnvironment.newInstance(
        TestEnvironmentOptions.newBuilder()
            .setWorkflowClientOptions(
                WorkflowClientOptions.newBuilder()
                    .setDataConverter(HistoryFormat.plain())
                    .setIdentity("recorder")
                    .build())
            .build());
  }
}
