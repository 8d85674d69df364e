package dev.pilothouse.workers.platform;

import dev.pilothouse.workers.platform.PlatformState.PartState;
import dev.pilothouse.workers.platform.PlatformState.Phase;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// The supervisor's own view of what runs, written as a whole into `run/state.json` at each change.
final class StateBoard {

  private static final ProcessIdentity NONE = new ProcessIdentity(0, Instant.EPOCH);

  private final DataFolder data;
  private final WholeFile file;
  private PlatformState state;

  StateBoard(Plan plan) {
    this.data = plan.dataFolder();
    this.file = new WholeFile(data.state());
    this.state =
        new PlatformState(
            Phase.STARTING,
            "Starting",
            false,
            plan.url(),
            plan.url() + "/v1",
            plan.temporal().uiUrl(),
            plan.temporal().target(),
            portsOf(plan),
            plan.version(),
            Map.of(),
            ProcessIdentity.of(ProcessHandle.current()),
            "",
            "");
    write();
  }

  DataFolder dataFolder() {
    return data;
  }

  synchronized PlatformState state() {
    return state;
  }

  /// A start that was given up stays so, whatever others see meanwhile.
  synchronized void phase(Phase phase, String words) {
    if (state.phase() != Phase.FAILED) {
      publish(state.in(phase, words));
    }
  }

  synchronized void problem(PlatformProblem problem) {
    publish(state.with(problem));
  }

  /// A new life of a part begins.
  synchronized void starts(Part part, ProcessIdentity process, int restarts) {
    put(
        part.name(),
        new PlatformState.Part(PartState.STARTING, process, part.version(), restarts, ""));
  }

  synchronized void part(Part part, PartState partState, String words) {
    PlatformState.Part now =
        state
            .parts()
            .getOrDefault(
                part.name(),
                new PlatformState.Part(PartState.WAITING, NONE, part.version(), 0, ""));
    put(
        part.name(),
        new PlatformState.Part(partState, now.process(), now.version(), now.restarts(), words));
  }

  synchronized boolean allRun() {
    return state.parts().values().stream().allMatch(p -> p.state() == PartState.RUNNING);
  }

  private void put(String name, PlatformState.Part part) {
    publish(state.with(name, part));
  }

  private void publish(PlatformState next) {
    if (!next.equals(state)) {
      state = next;
      write();
    }
  }

  private void write() {
    try {
      file.write(state.toJson());
    } catch (PlatformProblem _) {
      // why: a full disk must not stop the supervisor from keeping its parts alive; the next change
      // writes again
    }
  }

  private static Map<String, Integer> portsOf(Plan plan) {
    Map<String, Integer> ports = new TreeMap<>();
    ports.put("http", plan.httpPort());
    ports.put("postgres", plan.postgresPort());
    if (plan.temporal().kind() != Plan.TemporalPlan.Kind.GIVEN) {
      ports.put("temporal", plan.temporal().ports().grpc());
    }
    if (plan.temporal().ports().ui() != 0) {
      ports.put("temporalUi", plan.temporal().ports().ui());
    }
    return ports;
  }
}
