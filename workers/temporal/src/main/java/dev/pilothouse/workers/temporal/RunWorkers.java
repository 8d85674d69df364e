package dev.pilothouse.workers.temporal;

import dev.pilothouse.contracts.Queues;
import dev.pilothouse.contracts.WalkActivities;
import dev.pilothouse.workflows.RunWorkflowImpl;
import dev.pilothouse.workflows.WatermarkWorkflowImpl;
import io.temporal.client.WorkflowClient;
import io.temporal.common.VersioningBehavior;
import io.temporal.common.WorkerDeploymentVersion;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerDeploymentOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.util.concurrent.TimeUnit;

/// The workers of this process. Started once Temporal answers; a Temporal that goes away later is
/// polled until it is back.
public final class RunWorkers implements AutoCloseable {
  /// A machine under load may need seconds to schedule a thread; that is not a deadlock.
  private static final long DEADLOCK_MILLIS = 10_000;

  private final WorkerConfig config;
  private final WorkerFactory factory;

  public RunWorkers(WorkerConfig config, WorkflowClient client, WalkActivities walk) {
    this.config = config;
    factory =
        WorkerFactory.newInstance(
            client, WorkerFactoryOptions.newBuilder().setUsingVirtualWorkflowThreads(true).build());
    Worker worker = factory.newWorker(Queues.RUNS, options(config));
    worker.registerWorkflowImplementationTypes(RunWorkflowImpl.class, WatermarkWorkflowImpl.class);
    worker.registerActivitiesImplementations(walk);
  }

  public void start() {
    factory.start();
  }

  /// Proves that the workers poll; throws otherwise.
  public void check() {
    if (!factory.isStarted() || factory.isShutdown()) {
      throw new IllegalStateException("The workers have stopped.");
    }
  }

  /// Takes nothing new, lets what is under way end, and interrupts what has not ended after the
  /// grace.
  @Override
  public void close() {
    factory.shutdown();
    factory.awaitTermination(config.shutdownGrace().toMillis(), TimeUnit.MILLISECONDS);
    factory.shutdownNow();
    factory.awaitTermination(5, TimeUnit.SECONDS);
  }

  private static WorkerOptions options(WorkerConfig config) {
    WorkerOptions.Builder options =
        WorkerOptions.newBuilder()
            .setUsingVirtualThreads(true)
            .setMaxConcurrentWorkflowTaskExecutionSize(config.slots())
            .setMaxConcurrentActivityExecutionSize(config.slots())
            .setMaxConcurrentLocalActivityExecutionSize(config.slots())
            .setDefaultDeadlockDetectionTimeout(DEADLOCK_MILLIS);
    if (!config.deployment().isEmpty()) {
      options.setDeploymentOptions(versioned(config));
    }
    return options.build();
  }

  /// Runs under way always move on to the newest version: a pinned run would wait for ever once no
  /// worker of its old version is left. The engine's version in the payload keeps their behaviour.
  private static WorkerDeploymentOptions versioned(WorkerConfig config) {
    return WorkerDeploymentOptions.newBuilder()
        .setUseVersioning(true)
        .setVersion(new WorkerDeploymentVersion(config.deployment(), config.buildId()))
        .setDefaultVersioningBehavior(VersioningBehavior.AUTO_UPGRADE)
        .build();
  }
}
