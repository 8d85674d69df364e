package dev.pilothouse.bench;

/// What became of the effects of one class.
final class ClassCount {
  private int reserved;
  private int acted;
  private int completed;
  private int failed;
  private int unknown;
  private int repeated;

  void add(Effect effect, int arrivals, int acts) {
    reserved += effect.reserved() ? 1 : 0;
    acted += acts;
    completed += effect.is("completed") ? 1 : 0;
    failed += effect.is("failed") ? 1 : 0;
    unknown += effect.is("unknown") ? 1 : 0;
    repeated += Math.max(0, arrivals - 1);
  }

  void addTo(Table table, String name) {
    var _ = table.row(name, reserved, acted, completed, failed, unknown, repeated);
  }
}
