package dev.pilothouse.testkit;

import dev.pilothouse.workers.platform.PlatformProblem;

/// Where the real parts of a test run come from: the system property `parts`, set by Maven's
/// `-Dparts=containers`.
enum Parts {
  /// Started here, as `./pilothouse up` does: needs nothing installed.
  EMBEDDED,
  /// Official images, where a Docker engine answers; tests are skipped, with a message, where none
  /// does.
  CONTAINERS;

  static Parts ofThisRun() {
    var wanted = System.getProperty("parts", "embedded");
    return switch (wanted) {
      case "embedded" -> EMBEDDED;
      case "containers" -> CONTAINERS;
      default ->
          throw new PlatformProblem(
              "Expected the system property 'parts' to be 'embedded' or 'containers', but found '"
                  + wanted
                  + "'.",
              "Say -Dparts=containers, or leave it out.");
    };
  }
}
