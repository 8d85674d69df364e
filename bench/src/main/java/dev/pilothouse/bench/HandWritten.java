package dev.pilothouse.bench;

import dev.pilothouse.contracts.EncryptionKeys;
import dev.pilothouse.contracts.HistoryFormat;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The peer: one Temporal workflow a run, three local activities, eager start, the same server and
/// the same encryption; virtual threads and slots as our own workers have them.
final class HandWritten implements Contender, AutoCloseable {
  private static final String QUEUE = "hand-written";
  private static final int SLOTS = 200;

  private final WorkflowServiceStubs service;
  private final WorkflowClient client;
  private final WorkerFactory factory;

  HandWritten(Map<String, String> settings) {
    service =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder()
                .setTarget(settings.getOrDefault("PILOTHOUSE_TEMPORAL_TARGET", ""))
                .build());
    client = WorkflowClient.newInstance(service, options(settings));
    factory =
        WorkerFactory.newInstance(
            client, WorkerFactoryOptions.newBuilder().setUsingVirtualWorkflowThreads(true).build());
    Worker worker = factory.newWorker(QUEUE, slots());
    worker.registerWorkflowImplementationTypes(ThreeStepsImpl.class);
    worker.registerActivitiesImplementations(new StepsImpl());
    factory.start();
  }

  @Override
  public String name() {
    return "hand-written";
  }

  @Override
  public void run(int caller) {
    ThreeSteps steps =
        client.newWorkflowStub(
            ThreeSteps.class,
            WorkflowOptions.newBuilder()
                .setTaskQueue(QUEUE)
                .setWorkflowId(UUID.randomUUID().toString())
                .setDisableEagerExecution(false)
                .build());
    var _ = steps.run(Event.fresh("bench.hand-written", 1).json());
  }

  @Override
  public void close() {
    factory.shutdownNow();
    service.shutdownNow();
  }

  private static WorkflowClientOptions options(Map<String, String> settings) {
    EncryptionKeys keys =
        EncryptionKeys.of(settings.getOrDefault("PILOTHOUSE_ENCRYPTION_KEY", ""), List.of());
    return WorkflowClientOptions.newBuilder()
        .setDataConverter(HistoryFormat.encrypted(keys))
        .build();
  }

  private static WorkerOptions slots() {
    return WorkerOptions.newBuilder()
        .setUsingVirtualThreads(true)
        .setMaxConcurrentWorkflowTaskExecutionSize(SLOTS)
        .setMaxConcurrentLocalActivityExecutionSize(SLOTS)
        .build();
  }
}
