package dev.pilothouse.workers.platform;

import dev.pilothouse.workers.platform.Plan.TemporalPlan;
import dev.pilothouse.workers.platform.Plan.TemporalPlan.Kind;
import java.time.Duration;
import java.util.Optional;

/// Makes a choice of Temporal into something that can be started: finds, fetches or builds what it
/// needs, and sees to its ports.
record TemporalChooser(UpOptions options, Progress progress) {

  private static final TemporalPorts NO_PORTS = new TemporalPorts(0, 0, 0, 0);
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);

  TemporalPlan choose(PortPicker ports) {
    return switch (options.temporal()) {
      case TemporalChoice.Given(String target) -> given(target);
      case TemporalChoice.Dev() -> dev(ports);
      case TemporalChoice.OnPostgres() -> onPostgres(ports);
    };
  }

  private TemporalPlan dev(PortPicker ports) {
    String writer = new TemporalFile(options.data().temporal()).writer();
    TemporalCli cli =
        writer.isEmpty()
            ? TemporalCli.locate(options.cache(), progress)
            : TemporalCli.locate(options.cache(), progress, writer);
    TemporalPorts chosen = ports.forTemporal();
    String program = cli.binary().toString();
    return new TemporalPlan(
        Kind.DEV, "127.0.0.1:" + chosen.grpc(), program, program, "", cli.version(), chosen);
  }

  /// The CLI is needed too: it makes the namespace.
  private TemporalPlan onPostgres(PortPicker ports) {
    TemporalCli cli = TemporalCli.locate(options.cache(), progress);
    TemporalServerBuild build = TemporalServerBuild.in(options.cache());
    build.make(progress);
    TemporalPorts chosen = ports.forTemporalServer();
    return new TemporalPlan(
        Kind.ON_POSTGRES,
        "127.0.0.1:" + chosen.grpc(),
        build.server().toString(),
        cli.binary().toString(),
        build.sqlTool().toString(),
        TemporalServerBuild.VERSION,
        chosen);
  }

  /// A wrong address is told at once, not by an app that waits for it for ever.
  private static TemporalPlan given(String target) {
    int colon = target.lastIndexOf(':');
    String host = target.substring(0, colon).replaceAll("[\\[\\]]", "");
    Optional<Integer> port =
        Optional.of(Integer.parseInt(target.substring(colon + 1))).filter(p -> p <= 65_535);
    if (port.filter(p -> FreePorts.answers(host, p, ANSWERS_WITHIN)).isEmpty()) {
      throw new PlatformProblem(
          "Expected a Temporal server at '%s', but nothing answered there within %d s."
              .formatted(target, ANSWERS_WITHIN.toSeconds()),
          "Check the address and that it can be reached from here, or leave --temporal away to start one.");
    }
    return new TemporalPlan(Kind.GIVEN, target, "", "", "", "", NO_PORTS);
  }
}
