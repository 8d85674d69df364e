package dev.pilothouse.builderapi;

import dev.pilothouse.spi.Hold;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// A house that is held or not, as a test says.
final class HoldFake implements Hold {
  final List<String> words = new CopyOnWriteArrayList<>();
  volatile Shown shown = new Shown(Optional.empty(), OnlyInTemporal.NOTHING, 0);

  @Override
  public Shown shown() {
    return shown;
  }

  @Override
  public boolean release(String actor, String reason) {
    boolean held = shown.held().isPresent();
    words.add(reason);
    shown = new Shown(Optional.empty(), OnlyInTemporal.NOTHING, shown.inDoubt());
    return held;
  }
}
