package dev.pilothouse.workers.platform;

/// Which Temporal serves this data folder.
public sealed interface TemporalChoice {

  /// The official CLI's development server with a file of its own: the default, for one machine.
  record Dev() implements TemporalChoice {}

  /// The full server, built here by Go, on our own PostgreSQL.
  record OnPostgres() implements TemporalChoice {}

  /// A server that somebody else runs, at `host:port`.
  record Given(String target) implements TemporalChoice {}

  /// Reads `dev`, `postgres` or `HOST:PORT` as `--temporal` gives it.
  static TemporalChoice parse(String words) {
    return switch (words.strip()) {
      case "", "dev" -> new Dev();
      case "postgres" -> new OnPostgres();
      case String target when target.matches("(\\[[0-9a-fA-F:]+]|[^\\s:/]+):\\d{1,5}") ->
          new Given(target);
      case String other ->
          throw new PlatformProblem(
              "Expected 'dev', 'postgres' or HOST:PORT for --temporal, but found '" + other + "'.",
              "Give an address as for example temporal.example.com:7233, without a scheme.");
    };
  }
}
