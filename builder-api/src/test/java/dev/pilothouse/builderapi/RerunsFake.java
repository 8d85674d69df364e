package dev.pilothouse.builderapi;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.NumberedVersion;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.spi.Reruns;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Does every run again that it is asked for, but those it was told to answer otherwise.
final class RerunsFake implements Reruns {
  static final NumberedVersion SECOND = version(2);
  static final NumberedVersion THIRD = version(3);

  record Asked(RunRef run, Request request) {}

  final List<Asked> asked = new CopyOnWriteArrayList<>();
  final Map<RunId, Answer> answers = new ConcurrentHashMap<>();

  @Override
  public Answer again(RunRef run, Request request) {
    asked.add(new Asked(run, request));
    return answers.getOrDefault(run.run(), born(THIRD, 0, false));
  }

  /// Where the earlier run walked the second version, and the third is in force.
  static Answer born(NumberedVersion version, int kept, boolean repeated) {
    return new Answer.Born(RunId.next(), version, SECOND, THIRD, kept, repeated);
  }

  private static NumberedVersion version(int number) {
    return new NumberedVersion(VersionId.of(new Json("" + number)), number);
  }
}
