package dev.pilothouse.workers.platform;

import dev.pilothouse.workers.platform.PlatformState.PartState;
import dev.pilothouse.workers.platform.PlatformState.Phase;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Watches a start through the state file and tells it, until it is ready or given up.
final class StartFollower {

  private static final Duration LONGEST_START = Duration.ofMinutes(4);
  private static final Duration WORTH_A_WORD = Duration.ofSeconds(5);
  private static final Map<String, String> TITLES =
      Map.of("postgres", "PostgreSQL", "temporal", "Temporal", "app", "Pilothouse");

  private final DataFolder data;
  private final BooleanSupplier supervisorLives;
  private final Progress progress;
  private final Set<String> told = new HashSet<>();
  private String waiting = "";
  private long waitingSince;

  StartFollower(DataFolder data, BooleanSupplier supervisorLives, Progress progress) {
    this.data = data;
    this.supervisorLives = supervisorLives;
    this.progress = progress;
  }

  /// Empty where the supervisor ended without giving up.
  Optional<PlatformState> untilReady() {
    boolean decided =
        Patience.until(LONGEST_START, () -> !supervisorLives.getAsBoolean() || isDecided());
    Optional<PlatformState> state = read();
    if (!decided) {
      throw new PlatformProblem(
          "Pilothouse was not ready after %d minutes: %s."
              .formatted(
                  LONGEST_START.toMinutes(), state.map(PlatformState::words).orElse("no state")),
          "The logs in '" + data.logs() + "' say more.");
    }
    state.filter(s -> s.phase() == Phase.FAILED).ifPresent(StartFollower::fail);
    // why asked again: a killed supervisor leaves a state that says ready
    return state.filter(found -> found.ready() && supervisorLives.getAsBoolean());
  }

  private boolean isDecided() {
    Optional<PlatformState> state = read();
    state.ifPresent(this::tell);
    return state.filter(s -> s.ready() || s.phase() == Phase.FAILED).isPresent();
  }

  private void tell(PlatformState state) {
    if (state.phase() == Phase.FAILED) {
      return;
    }
    state.parts().forEach((name, part) -> tell(state, name, part));
    if (state.phase() == Phase.STARTING && lastsLong(state.words())) {
      once(state.words());
    }
  }

  /// What passes by itself is not worth a word.
  private boolean lastsLong(String words) {
    long now = System.nanoTime();
    if (!words.equals(waiting)) {
      waiting = words;
      waitingSince = now;
    }
    return now - waitingSince > WORTH_A_WORD.toNanos();
  }

  private void tell(PlatformState state, String name, PlatformState.Part part) {
    if (part.state() == PartState.RUNNING && state.ports().containsKey(portOf(name))) {
      once(
          "%s %s runs on port %d"
              .formatted(TITLES.get(name), part.version(), state.ports().get(portOf(name))));
    } else if (part.state() == PartState.DEAD) {
      once("%s ended and is started again: %s".formatted(TITLES.get(name), part.words()));
    }
  }

  private void once(String words) {
    if (told.add(words)) {
      progress.say(words);
    }
  }

  private static String portOf(String part) {
    return part.equals("app") ? "http" : part;
  }

  private Optional<PlatformState> read() {
    return Json.read(data.state(), PlatformState.class);
  }

  private static void fail(PlatformState state) {
    throw new PlatformProblem(state.problem(), state.nextStep());
  }
}
