package dev.pilothouse.testkit;

import io.temporal.testing.TestWorkflowExtension;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;

/// A Temporal inside the test's JVM whose clock jumps over waits: for unit tests of workflow code.
/// It knows no lists, schedules or worker versions, and its figures say nothing about a real
/// server's; for those there is [TemporalNamespace].
public final class InMemoryTemporal {

  private InMemoryTemporal() {}

  /// Temporal's own JUnit extension, set to work as our workers do, on virtual threads. The caller
  /// adds workflows, activities and its data converter.
  public static TestWorkflowExtension.Builder extension() {
    return TestWorkflowExtension.newBuilder()
        .setWorkerFactoryOptions(
            WorkerFactoryOptions.newBuilder().setUsingVirtualWorkflowThreads(true).build())
        .setWorkerOptions(WorkerOptions.newBuilder().setUsingVirtualThreads(true).build());
  }
}
