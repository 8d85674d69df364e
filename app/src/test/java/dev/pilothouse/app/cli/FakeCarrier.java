package dev.pilothouse.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A house that is held until released; remembers why it was.
final class FakeCarrier implements CarrierOrders {

  final List<Map<String, String>> settings = new ArrayList<>();
  final List<String> reasons = new ArrayList<>();

  @Override
  public Carried reconcile(Map<String, String> given) {
    settings.add(given);
    return new Carried(1, 20, 300, 4_000);
  }

  @Override
  public ShownHold hold(Map<String, String> given) {
    settings.add(given);
    return reasons.isEmpty()
        ? new ShownHold(true, "2026-11-20T09:58:00Z", "This database went back in time.", 7)
        : new ShownHold(false, "", "", 7);
  }

  @Override
  public ShownHold release(Map<String, String> given, String reason) {
    reasons.add(reason);
    return hold(given);
  }
}
