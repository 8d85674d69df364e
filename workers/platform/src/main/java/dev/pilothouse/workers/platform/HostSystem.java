package dev.pilothouse.workers.platform;

import java.util.Locale;

/// What machine this is, in the words that each archive uses for it.
record HostSystem(String system, String architecture) {

  static HostSystem current() {
    return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  static HostSystem of(String name, String arch) {
    String system = name.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    String architecture =
        switch (arch.toLowerCase(Locale.ROOT)) {
          case "aarch64", "arm64" -> "arm64";
          case "amd64", "x86_64", "x64" -> "amd64";
          default -> arch;
        };
    return new HostSystem(system, architecture);
  }

  /// `linux-amd64`
  String words() {
    return system + "-" + architecture;
  }

  String postgresArchive() {
    String word = architecture.equals("arm64") ? "arm_64" : "x86_64";
    return "postgres-" + system + "-" + word + ".txz";
  }
}
