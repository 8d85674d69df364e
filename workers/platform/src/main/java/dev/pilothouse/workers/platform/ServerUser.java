package dev.pilothouse.workers.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// As whom PostgreSQL runs, which refuses to be root: as ourselves, or as root through the first
/// way that works here.
///
/// @param prefix the words that stand before a command
/// @param owner the user number its files must belong to
record ServerUser(List<String> prefix, int owner) {

  private static final int NOBODY = 65_534;

  private static final List<ServerUser> WAYS_FOR_ROOT =
      List.of(
          // a user namespace: nameless inside, yet the files stay root's
          new ServerUser(List.of("unshare", "-U"), 0),
          new ServerUser(
              List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"),
              NOBODY),
          new ServerUser(List.of("sudo", "-n", "-u", "nobody"), NOBODY));

  ServerUser {
    prefix = List.copyOf(prefix);
  }

  /// Tries each way with the real program and the real folder.
  static ServerUser find(PostgresBinaries binaries, Path folder) {
    if (!isRoot()) {
      return new ServerUser(List.of(), -1);
    }
    return WAYS_FOR_ROOT.stream()
        .filter(way -> way.works(binaries, folder))
        .findFirst()
        .orElseThrow(() -> noWay(binaries, folder));
  }

  private static PlatformProblem noWay(PostgresBinaries binaries, Path folder) {
    if (WAYS_FOR_ROOT.stream().anyMatch(ServerUser::becomesAnother)) {
      return new PlatformProblem(
          "PostgreSQL refuses to run as root, and the user it can run as does not reach '%s' and '%s'."
              .formatted(binaries.bin(), folder),
          "Set PILOTHOUSE_CACHE and --data to folders that every user may pass, such as /var/cache/pilothouse and /var/lib/pilothouse.");
    }
    return new PlatformProblem(
        "PostgreSQL refuses to run as root, and none of unshare, setpriv and sudo can run it as another user here.",
        "Run this command as an ordinary user, or let the container create user namespaces.");
  }

  static boolean isRoot() {
    return HostCommand.of(List.of("id", "-u"))
        .run(Duration.ofSeconds(5))
        .output()
        .strip()
        .equals("0");
  }

  List<String> run(List<String> command) {
    return Stream.concat(prefix.stream(), command.stream()).toList();
  }

  /// Gives it all that is in the folder, where it belongs to somebody else.
  void own(Path folder) {
    if (owner < 0 || !Files.exists(folder) || ownerOf(folder) == owner) {
      return;
    }
    HostCommand.Result result =
        HostCommand.of(List.of("chown", "-R", owner + ":" + owner, folder.toString()))
            .run(Duration.ofMinutes(2));
    if (!result.succeeded()) {
      throw new PlatformProblem(
          "'" + folder + "' could not be given to PostgreSQL's user: " + result.lastWords() + ".",
          "Choose a folder on a local disk by --data DIR, or run as an ordinary user.");
    }
  }

  private boolean works(PostgresBinaries binaries, Path folder) {
    return answersAsAnother(
        "cd \"$1\" && \"$0\" --version >/dev/null && id -u",
        binaries.bin().resolve("postgres").toString(),
        folder.toString());
  }

  private boolean becomesAnother() {
    return answersAsAnother("id -u");
  }

  private boolean answersAsAnother(String script, String... arguments) {
    List<String> probe = new ArrayList<>(run(List.of("/bin/sh", "-c", script)));
    probe.addAll(List.of(arguments));
    HostCommand.Result result = HostCommand.of(probe).run(Duration.ofSeconds(10));
    return result.succeeded() && !result.output().strip().equals("0");
  }

  private static int ownerOf(Path folder) {
    try {
      return (Integer) Files.getAttribute(folder, "unix:uid");
    } catch (IOException e) {
      throw FileProblem.writing(folder, e);
    }
  }
}
