package dev.pilothouse.builderapi;

import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.Json;
import dev.pilothouse.spi.Handover;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Says what it was told to say.
final class HandoverFake implements Handover {
  final List<By> asked = new CopyOnWriteArrayList<>();
  Answer answer = new Answer.Fits();

  @Override
  public Answer check(AutomationVersion version, By by, Json input) {
    asked.add(by);
    return answer;
  }
}
