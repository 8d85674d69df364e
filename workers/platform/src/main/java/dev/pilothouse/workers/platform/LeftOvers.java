package dev.pilothouse.workers.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a killed start left behind: children that are about to end since their guard saw the pipe
/// close, and now and then one whose guard was killed too. Nothing is adopted; all is ended before
/// the next start begins. Call only while no supervisor holds the lock.
record LeftOvers(DataFolder data) {

  private static final Duration BY_ITSELF = Duration.ofSeconds(3);

  /// A database may need this long to write down what it has.
  private static final Duration GRACE_OF_DATA = Duration.ofSeconds(20);

  /// Without the database the others can do nothing more, and a kill costs them nothing.
  private static final Duration GRACE = Duration.ofSeconds(2);

  private static final Map<String, String> GENTLE =
      Map.of("postgres", "INT", "temporal", "INT", "app", "TERM");

  private record Found(String part, ProcessHandle process) {}

  /// Returns when nothing of an earlier start is alive.
  ///
  /// @return whether there was something
  boolean clean(Progress progress) {
    List<Found> found = find();
    if (!found.isEmpty()) {
      progress.say("Ending what an earlier start left: " + names(found));
      found.forEach(LeftOvers::end);
    }
    Trees.delete(data.state());
    Trees.children(data.root()).stream().filter(LeftOvers::isHalfway).forEach(Trees::delete);
    return !found.isEmpty();
  }

  private List<Found> find() {
    List<Found> found = new ArrayList<>();
    readState()
        .ifPresent(state ->
            state
                .parts()
                .forEach((name, part) ->
                    part.process()
                        .find()
                        .ifPresent(process -> found.add(new Found(name, process)))));
    postmaster()
        .filter(process -> found.stream().noneMatch(f -> f.process().equals(process)))
        .ifPresent(process -> found.add(new Found("postgres", process)));
    return found;
  }

  private Optional<PlatformState> readState() {
    try {
      return Json.read(data.state(), PlatformState.class);
    } catch (PlatformProblem _) {
      return Optional.empty();
    }
  }

  /// PostgreSQL's own note: its pid in the first line, its start in the third.
  private Optional<ProcessHandle> postmaster() {
    List<String> lines =
        new WholeFile(data.postgres().resolve("postmaster.pid"))
            .read()
            .map(text -> text.lines().toList())
            .orElse(List.of());
    if (lines.size() < 3) {
      return Optional.empty();
    }
    try {
      long pid = Long.parseLong(lines.get(0).strip());
      Instant started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
      return new ProcessIdentity(pid, started).find();
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static void end(Found found) {
    if (!Signals.endedWithin(found.process(), BY_ITSELF)) {
      Duration grace = found.part().equals("postgres") ? GRACE_OF_DATA : GRACE;
      Signals.end(found.process(), GENTLE.getOrDefault(found.part(), "TERM"), grace);
    }
  }

  private static String names(List<Found> found) {
    return String.join(", ", found.stream().map(f -> f.part() + " " + f.process().pid()).toList());
  }

  private static boolean isHalfway(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.startsWith(PostgresCluster.HALFWAY)
        || name.equals("postgres.password")
        || name.endsWith(".deleted");
  }
}
