package dev.pilothouse.testkit;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.RegisterNamespaceRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;

/// Makes a namespace. The development server knows it at once: 5 to 12 ms, seen; a server on many
/// machines may take some seconds, which the wait covers.
final class NamespaceRegistration {

  /// Of each call too, of which connecting is one: ten seconds, as usual, were too few once while a
  /// build had all its processes start.
  private static final Duration CONNECT = Duration.ofMinutes(2);

  private static final Duration KNOWN = Duration.ofMinutes(1);

  private static final com.google.protobuf.Duration A_DAY =
      com.google.protobuf.Duration.newBuilder().setSeconds(Duration.ofDays(1).toSeconds()).build();

  private NamespaceRegistration() {}

  static void at(String target, String name) {
    var stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder()
                .setTarget(target)
                .setRpcTimeout(CONNECT)
                .build());
    try {
      stubs.connect(CONNECT);
      stubs
          .blockingStub()
          .registerNamespace(
              RegisterNamespaceRequest.newBuilder()
                  .setNamespace(name)
                  .setWorkflowExecutionRetentionPeriod(A_DAY)
                  .build());
      Wait.until("namespace '" + name + "' is known", KNOWN, () -> knows(stubs, name));
    } finally {
      stubs.shutdownNow();
    }
  }

  private static boolean knows(WorkflowServiceStubs stubs, String name) {
    var request = ListWorkflowExecutionsRequest.newBuilder().setNamespace(name).build();
    try {
      stubs.blockingStub().listWorkflowExecutions(request);
      return true;
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }
}
