package dev.pilothouse.bench;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Holds what the ledger says of effects against what was seen where they land.
final class EffectProof {
  private final List<Effect> effects;
  private final Seen seen;
  private final Findings findings;

  EffectProof(List<Effect> effects, Seen seen, Findings findings) {
    this.effects = List.copyOf(effects);
    this.seen = seen;
    this.findings = findings;
  }

  void check() {
    effects.forEach(this::check);
  }

  /// Nothing was sent that had not been reserved before.
  void checkThatAllAreKnown() {
    Set<String> known = effects.stream().map(Effect::name).collect(Collectors.toSet());
    seen.names()
        .forEach(
            name -> findings.lost(!known.contains(name), "the ledger knows nothing of " + name));
  }

  Table table() {
    Map<String, ClassCount> counts = new TreeMap<>();
    for (Effect effect : effects) {
      counts
          .computeIfAbsent(effect.effectClass(), _ -> new ClassCount())
          .add(effect, seen.arrivals(effect), seen.acts(effect));
    }
    Table table =
        new Table("class", "reserved", "acted", "completed", "failed", "unknown", "repeated sends");
    counts.forEach((name, count) -> count.addTo(table, name));
    return table;
  }

  private void check(Effect effect) {
    switch (effect.effectClass()) {
      case "transactional" -> checkTransactional(effect);
      case "keyed" -> checkActs(effect, seen.acts(effect));
      case "reconcilable" -> {
        checkActs(effect, seen.acts(effect));
        checkFailure(effect);
      }
      case "once" -> checkOnce(effect);
      case "pure" -> {}
      default -> throw new IllegalStateException("There is no effect class of " + effect);
    }
  }

  private void checkTransactional(Effect effect) {
    int expected = effect.is("completed") ? 1 : 0;
    int acts = seen.acts(effect);
    findings.doubled(acts > expected, effect + ": " + acts + " times");
    findings.lost(acts < expected, effect + ": nowhere to be found");
  }

  private void checkActs(Effect effect, int times) {
    findings.doubled(times > 1, effect + ": " + times + " times");
    findings.lost(effect.is("completed") && seen.acts(effect) == 0, effect + ": never acted on");
  }

  private void checkOnce(Effect effect) {
    int arrivals = seen.arrivalsForGood(effect);
    checkActs(effect, arrivals);
    checkFailure(effect);
    checkThatFailureWasTold(effect);
    boolean settled = !effect.result().isEmpty() || effect.runIsUnderWay();
    findings.lost(arrivals > 0 && !settled, effect + ": arrived, and the ledger says nothing");
  }

  /// "Failed" is a promise that nothing happened.
  private void checkFailure(Effect effect) {
    findings.lost(effect.is("failed") && seen.acts(effect) > 0, effect + ": failed, but acted on");
  }

  /// Where nothing can be read back, nobody can give that promise without an answer.
  private void checkThatFailureWasTold(Effect effect) {
    findings.lost(
        effect.is("failed") && seen.leftInDoubt(effect),
        effect + ": failed, but arrived without an answer");
  }
}
