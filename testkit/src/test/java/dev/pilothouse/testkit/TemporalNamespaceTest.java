package dev.pilothouse.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TemporalNamespaceTest {

  @RegisterExtension static final TemporalNamespace first = TemporalNamespace.ofItsOwn();
  @RegisterExtension static final TemporalNamespace second = TemporalNamespace.ofItsOwn();

  private final WorkflowServiceStubs stubs =
      WorkflowServiceStubs.newServiceStubs(
          WorkflowServiceStubsOptions.newBuilder()
              .setTarget(first.target())
              .setRpcTimeout(Duration.ofMinutes(1))
              .build());

  @AfterEach
  void leave() {
    stubs.shutdownNow();
  }

  @Test
  void runsAWorkflowAtOnce() {
    assertThat(greet(first, "alone")).isEqualTo("Hello, bridge");
  }

  @Test
  void keepsNamespacesApart() {
    greet(second, "hidden");

    var query = "WorkflowId = 'hidden'";
    Wait.until(
        "the second lists its run",
        Duration.ofMinutes(1),
        () -> client(second).listExecutions(query).findAny().isPresent());
    assertThat(client(first).listExecutions(query)).isEmpty();
    assertThat(second.name()).isNotEqualTo(first.name());
    assertThat(second.target()).isEqualTo(first.target());
  }

  @Test
  void saysWhereItBelongs() {
    assertThatThrownBy(() -> TemporalNamespace.ofItsOwn().name())
        .hasMessageContaining("static field");
  }

  private String greet(TemporalNamespace namespace, String workflowId) {
    var client = client(namespace);
    var factory = WorkerFactory.newInstance(client);
    var worker = factory.newWorker("greetings");
    worker.registerWorkflowImplementationTypes(PoliteGreeting.class);
    factory.start();
    try {
      var options =
          WorkflowOptions.newBuilder().setTaskQueue("greetings").setWorkflowId(workflowId).build();
      return client.newWorkflowStub(Greeting.class, options).greet("bridge");
    } finally {
      factory.shutdownNow();
    }
  }

  private WorkflowClient client(TemporalNamespace namespace) {
    return WorkflowClient.newInstance(
        stubs, WorkflowClientOptions.newBuilder().setNamespace(namespace.name()).build());
  }
}
