package dev.pilothouse.workers.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The files of one PostgreSQL, and the command that serves them.
///
/// @param folder complete when it exists: it is made beside itself and renamed
record PostgresCluster(Path folder, PostgresBinaries binaries, ServerUser user) {

  /// How a folder's name begins while it is made.
  static final String HALFWAY = "postgres.new";

  /// Makes the cluster where there is none, and refuses one that these programs cannot open. Never
  /// touches one that exists.
  void prepare(String superuserPassword) {
    if (Files.exists(folder)) {
      check();
    } else {
      initialise(superuserPassword);
    }
    user.own(folder);
  }

  /// Serves the loopback address only; there are no socket files, whose paths may be too long.
  List<String> serverCommand(int port, Map<String, String> settings) {
    List<String> words = new ArrayList<>(List.of(program("postgres"), "-D", folder.toString()));
    settings.forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
    words.addAll(List.of("-c", "port=" + port, "-c", "listen_addresses=127.0.0.1"));
    words.addAll(List.of("-c", "unix_socket_directories="));
    return user.run(words);
  }

  private void check() {
    String found = new WholeFile(folder.resolve("PG_VERSION")).read().map(String::strip).orElse("");
    if (found.isEmpty()) {
      throw new PlatformProblem(
          "Expected a PostgreSQL database in '" + folder + "', but its file PG_VERSION is missing.",
          "Put the folder back from a backup, or move it away to begin with an empty database; nothing in it was changed.");
    }
    if (!found.equals(binaries.majorVersion())) {
      throw new PlatformProblem(
          "Expected a database of PostgreSQL "
              + binaries.majorVersion()
              + " in '"
              + folder
              + "', but found one of PostgreSQL "
              + found
              + ".",
          "Open it with the Pilothouse that wrote it and move its data by pg_dump and psql; nothing in it was changed.");
    }
  }

  private void initialise(String superuserPassword) {
    Path passwordFile = folder.resolveSibling(folder.getFileName() + ".password");
    try {
      // why never the same name: initdb of a killed start tidies up what it believes to be its own
      Path fresh = Files.createTempDirectory(folder.resolveSibling("."), HALFWAY);
      user.own(fresh);
      new WholeFile(passwordFile).writeSecret(superuserPassword + "\n");
      user.own(passwordFile);
      initdb(fresh, passwordFile);
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw FileProblem.writing(folder, e);
    } finally {
      Trees.delete(passwordFile);
    }
  }

  private void initdb(Path fresh, Path passwordFile) {
    List<String> words =
        List.of(
            program("initdb"),
            "--pgdata=" + fresh,
            "--username=" + PostgresServer.SUPERUSER,
            "--pwfile=" + passwordFile,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            // why: the same order of texts on every machine and for ever, whatever its C library
            // and ICU become
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--no-instructions");
    HostCommand.Result result =
        HostCommand.of(user.run(words)).with(Map.of("LC_ALL", "C")).run(Duration.ofMinutes(3));
    if (!result.succeeded()) {
      Trees.delete(fresh);
      throw refused(result.lastWords());
    }
  }

  private PlatformProblem refused(String words) {
    if (words.contains("could not look up effective user ID")) {
      return new PlatformProblem(
          "PostgreSQL wants to run as a user with a name, but this user is only a number here.",
          "Give it a line in /etc/passwd, or run as a user that has one.");
    }
    if (FileProblem.isKnown(words)) {
      return FileProblem.writing(folder, new IOException(words));
    }
    return new PlatformProblem(
        "PostgreSQL could not make its database in '" + folder + "': " + words + ".",
        "Look at that folder and the disk below it, then start again; nothing was there yet.");
  }

  private String program(String name) {
    return binaries.bin().resolve(name).toString();
  }
}
