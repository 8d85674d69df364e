package dev.pilothouse.workers.platform;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What runs, as the supervisor wrote it last into `run/state.json`.
///
/// @param words what is going on, for a person
/// @param ready the app answers and every part it needs is there
/// @param temporalUi empty where Temporal brings no page of its own
/// @param ports by name: `http`, `postgres`, `temporal`, `temporalUi`
/// @param parts by name: `postgres`, `temporal`, `app`
/// @param problem empty, or the sentence that says what is wrong
/// @param nextStep empty, or what to do about the problem
public record PlatformState(
    Phase phase,
    String words,
    boolean ready,
    String url,
    String api,
    String temporalUi,
    String temporal,
    Map<String, Integer> ports,
    String version,
    Map<String, Part> parts,
    ProcessIdentity supervisor,
    String problem,
    String nextStep) {

  public PlatformState {
    ports = Collections.unmodifiableMap(new TreeMap<>(ports));
    parts = Collections.unmodifiableMap(new TreeMap<>(parts));
  }

  /// As `run/state.json` has it.
  public String toJson() {
    return Json.write(this);
  }

  /// Empty where this start has no such part, as Temporal where its address was given.
  public Optional<Part> part(String name) {
    return Optional.ofNullable(parts.get(name));
  }

  /// Readiness follows from the phase, and what is ready has no problem.
  PlatformState in(Phase next, String nextWords) {
    boolean well = next == Phase.READY;
    return new PlatformState(
        next,
        nextWords,
        well,
        url,
        api,
        temporalUi,
        temporal,
        ports,
        version,
        parts,
        supervisor,
        well ? "" : problem,
        well ? "" : nextStep);
  }

  PlatformState with(PlatformProblem found) {
    return new PlatformState(
        phase,
        words,
        ready,
        url,
        api,
        temporalUi,
        temporal,
        ports,
        version,
        parts,
        supervisor,
        found.sentence(),
        found.nextStep());
  }

  PlatformState with(String name, Part part) {
    Map<String, Part> more = new TreeMap<>(parts);
    more.put(name, part);
    return new PlatformState(
        phase,
        words,
        ready,
        url,
        api,
        temporalUi,
        temporal,
        ports,
        version,
        more,
        supervisor,
        problem,
        nextStep);
  }

  public enum Phase {
    STARTING,
    READY,
    /// It was ready and something it needs is away; the supervisor brings it back.
    RECOVERING,
    STOPPING,
    /// The start was given up; `problem` says why.
    FAILED
  }

  /// One child of the supervisor.
  ///
  /// @param process of the newest start, also after it ended
  /// @param restarts how often it was started again after it died
  public record Part(
      PartState state, ProcessIdentity process, String version, int restarts, String words) {}

  public enum PartState {
    WAITING,
    STARTING,
    RUNNING,
    DEAD,
    STOPPED
  }
}
