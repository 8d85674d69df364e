package dev.pilothouse.workers.platform;

import java.nio.file.Path;
import java.util.List;

/// All that a supervisor must know, decided before it starts. Holds no secret: those are read from
/// their own file.
///
/// @param app the folder of the unpacked app, held while it runs
/// @param appCommand starts the app; its environment is added by the supervisor
record Plan(
    String data,
    String app,
    List<String> appCommand,
    int httpPort,
    int postgresPort,
    String postgresBinaries,
    TemporalPlan temporal,
    String version) {

  /// What serves as Temporal.
  ///
  /// @param target as the app connects to it
  /// @param program the CLI or the server; empty for a given address
  /// @param cli the CLI; what talks to a server in words
  /// @param sqlTool sets up the schema of a server on PostgreSQL; empty for the others
  record TemporalPlan(
      Kind kind,
      String target,
      String program,
      String cli,
      String sqlTool,
      String version,
      TemporalPorts ports) {

    enum Kind {
      DEV,
      ON_POSTGRES,
      GIVEN
    }

    String uiUrl() {
      return ports.ui() == 0 ? "" : "http://127.0.0.1:" + ports.ui();
    }
  }

  /// Another house like this one, which nobody uses: on a folder, on ports, with a Temporal of its
  /// own.
  Plan forRehearsal() {
    FreePorts ports = new FreePorts();
    TemporalPorts temporals = new TemporalPorts(ports.next(), 0, ports.next(), ports.next());
    return new Plan(
        dataFolder().rehearsal().toString(),
        app,
        appCommand,
        ports.next(),
        ports.next(),
        postgresBinaries,
        new TemporalPlan(
            TemporalPlan.Kind.DEV,
            "127.0.0.1:" + temporals.grpc(),
            temporal.cli(),
            temporal.cli(),
            "",
            temporal.version(),
            temporals),
        version);
  }

  DataFolder dataFolder() {
    return new DataFolder(Path.of(data));
  }

  /// How the app is started now.
  List<String> appStart() {
    return new StartCache(Path.of(app)).usedBy(appCommand);
  }

  String url() {
    return "http://127.0.0.1:" + httpPort;
  }

  String databaseUrl() {
    return "jdbc:postgresql://127.0.0.1:" + postgresPort + "/pilothouse";
  }
}
