package dev.pilothouse.testkit;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/// The official CLI's development server from its image. Testcontainers removes it when this JVM
/// has ended.
final class TemporalContainer {

  private static final String IMAGE = "temporalio/temporal:1.9.1";
  private static final int GRPC = 7233;
  private static final int UI = 8233;

  private TemporalContainer() {}

  // The container must outlive this method.
  @SuppressWarnings("resource")
  static String start() {
    var container =
        new GenericContainer<>(IMAGE)
            .withCommand("server", "start-dev", "--ip", "0.0.0.0")
            .withExposedPorts(GRPC, UI)
            .waitingFor(Wait.forHttp("/api/v1/namespaces").forPort(UI));
    container.start();
    return container.getHost() + ":" + container.getMappedPort(GRPC);
  }
}
