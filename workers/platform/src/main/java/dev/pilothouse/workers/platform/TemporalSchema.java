package dev.pilothouse.workers.platform;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The two databases of a Temporal server on our PostgreSQL. A database gets its name only when its
/// schema is complete, so that a first start killed halfway begins anew.
record TemporalSchema(PostgresDoor door, String sqlTool, String password) {

  static final String ROLE = "temporal";
  static final String MAIN = "temporal";
  static final String VISIBILITY = "temporal_visibility";

  private static final Duration LONGEST = Duration.ofMinutes(5);

  void prepare() {
    door.giveOwner(ROLE, password);
    prepare(MAIN, "postgresql/v12/temporal");
    prepare(VISIBILITY, "postgresql/v12/visibility");
  }

  private void prepare(String database, String schema) {
    if (door.hasDatabase(database)) {
      run(database, "update-schema", "--schema-name", schema);
      return;
    }
    String fresh = database + "_new";
    door.recreateDatabase(fresh, ROLE);
    run(fresh, "setup-schema", "-v", "0.0");
    run(fresh, "update-schema", "--schema-name", schema);
    // why: the tool notes the version under the database's name
    door.change(fresh, "update schema_version set db_name = '" + database + "'");
    door.renameDatabase(fresh, database);
  }

  private void run(String database, String... words) {
    List<String> command =
        Stream.concat(Stream.of(sqlTool, "--db", database), Arrays.stream(words)).toList();
    HostCommand.Result result = HostCommand.of(command).with(environment()).run(LONGEST);
    if (!result.succeeded()) {
      throw new PlatformProblem(
          "Temporal's schema in the database '"
              + database
              + "' could not be prepared: "
              + result.lastWords()
              + ".",
          "Start again; if it says the same, start without --temporal postgres: runs are kept in Pilothouse's own database.");
    }
  }

  private Map<String, String> environment() {
    return Map.of(
        "SQL_PLUGIN",
        "postgres12",
        "SQL_HOST",
        "127.0.0.1",
        "SQL_PORT",
        Integer.toString(door.port()),
        "SQL_USER",
        ROLE,
        "SQL_PASSWORD",
        password);
  }
}
