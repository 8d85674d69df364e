package dev.pilothouse.workers.temporal;

import com.uber.m3.tally.RootScopeBuilder;
import com.uber.m3.tally.Scope;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.micrometer.core.instrument.MeterRegistry;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.reporter.MicrometerClientStatsReporter;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.File;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/// The one connection of this process. Opened at first use and healed by itself, so that a Temporal
/// that is away is waited for.
public final class TemporalConnection implements AutoCloseable {
  private final TemporalConfig config;
  private final WorkflowServiceStubs service;
  private final WorkflowClient client;

  public TemporalConnection(TemporalConfig config, DataConverter converter, MeterRegistry meters) {
    this.config = config;
    service = WorkflowServiceStubs.newServiceStubs(serviceOptions(config, meters));
    client =
        WorkflowClient.newInstance(
            service,
            WorkflowClientOptions.newBuilder()
                .setNamespace(config.namespace())
                .setDataConverter(converter)
                .build());
  }

  public WorkflowClient client() {
    return client;
  }

  /// Proves that the namespace answers now; throws what gRPC says otherwise.
  public void check() {
    var _ =
        service
            .blockingStub()
            .withDeadlineAfter(2, TimeUnit.SECONDS)
            .describeNamespace(
                DescribeNamespaceRequest.newBuilder().setNamespace(config.namespace()).build());
  }

  @Override
  public void close() {
    service.shutdownNow();
    service.awaitTermination(2, TimeUnit.SECONDS);
  }

  private static WorkflowServiceStubsOptions serviceOptions(
      TemporalConfig config, MeterRegistry meters) {
    WorkflowServiceStubsOptions.Builder options =
        WorkflowServiceStubsOptions.newBuilder()
            .setTarget(config.target())
            .setMetricsScope(scope(meters));
    if (config.encrypted()) {
      options.setSslContext(sslContext(config));
    }
    if (!config.apiKey().isEmpty()) {
      options.addApiKey(config::apiKey);
    }
    if (!config.tlsServerName().isEmpty()) {
      options.setChannelInitializer(channel -> channel.overrideAuthority(config.tlsServerName()));
    }
    return options.validateAndBuildWithDefaults();
  }

  private static Scope scope(MeterRegistry meters) {
    return new RootScopeBuilder()
        .reporter(new MicrometerClientStatsReporter(meters))
        .reportEvery(com.uber.m3.util.Duration.ofSeconds(10));
  }

  private static SslContext sslContext(TemporalConfig config) {
    try {
      SslContextBuilder context = GrpcSslContexts.forClient();
      if (!config.tlsCa().isEmpty()) {
        context.trustManager(new File(config.tlsCa()));
      }
      if (!config.tlsCert().isEmpty()) {
        context.keyManager(new File(config.tlsCert()), new File(config.tlsKey()));
      }
      return context.build();
    } catch (SSLException | IllegalArgumentException unusable) {
      throw new IllegalArgumentException(
          "The TLS files of Temporal cannot be used: "
              + unusable.getMessage()
              + ". Check 'temporal.tls-ca', 'temporal.tls-cert' and 'temporal.tls-key'.",
          unusable);
    }
  }
}
