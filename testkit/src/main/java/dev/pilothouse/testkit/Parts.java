package dev.pilothouse.testkit;

import dev.pilothouse.workers.platform.PlatformProblem;

/// Where the real parts of a test run come from.
enum Parts {
  /// Started here, as `./pilothouse up` does: needs nothing installed.
  EMBEDDED,
  /// Official images, where a Docker engine answers.
  CONTAINERS;

  /// The system property `parts`, set by Maven's `-Dparts=containers`.
  static Parts ofThisRun() {
    return named(System.getProperty("parts", "embedded"));
  }

  static Parts named(String name) {
    return switch (name) {
      case "embedded" -> EMBEDDED;
      case "containers" -> CONTAINERS;
      default ->
          throw new PlatformProblem(
              "Expected -Dparts to be 'embedded' or 'containers', but found '" + name + "'.",
              "Say -Dparts=containers, or leave it out.");
    };
  }
}
