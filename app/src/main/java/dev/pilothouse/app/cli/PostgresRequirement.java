package dev.pilothouse.app.cli;

import dev.pilothouse.workers.platform.Cache;
import dev.pilothouse.workers.platform.PlatformProblem;
import dev.pilothouse.workers.platform.PostgresBinaries;
import dev.pilothouse.workers.platform.Progress;

/// The database's programs are in our jar; whether they run here is only known after unpacking
/// them.
record PostgresRequirement(Cache cache) implements Requirement {

  @Override
  public Finding check() {
    try {
      PostgresBinaries found = PostgresBinaries.unpackedIn(cache, Progress.silent());
      return Finding.ok("PostgreSQL", found.version() + " in " + found.bin());
    } catch (PlatformProblem problem) {
      return Finding.missing("PostgreSQL", problem.sentence(), problem.nextStep());
    }
  }
}
