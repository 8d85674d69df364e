package dev.pilothouse.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// Runs of every kind under way: in calls, waiting, queued behind each other, and just accepted.
final class UnfinishedRuns {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Scene scene;
  private final Chains chains;
  private final CountDownLatch gate = new CountDownLatch(1);
  private final List<Delivery> accepted = new ArrayList<>();

  UnfinishedRuns(Scene scene) {
    this.scene = scene;
    this.chains = scene.chains("60s");
    scene.publish(
        List.of(
            chains.fast(),
            chains.one("keyed"),
            chains.one("once"),
            chains.waiting("20s"),
            chains.inTurn(),
            chains.waitsThenCalls("15s")));
  }

  void finishSome(Sender sender) {
    accept(sender, chains.fast(), 200);
    Await.that("they end", PATIENCE, () -> scene.comesToRest(PATIENCE));
  }

  void finishSomeThatWillBeForgotten(Sender sender) {
    var _ = new Burst(sender, scene.tenants()).of(chains.fast(), 100);
    Await.that("they end", PATIENCE, () -> scene.comesToRest(PATIENCE));
  }

  void leaveSomeOfEachKind(Sender sender) {
    scene.outside().behave(Whims.heldBy(gate));
    accept(sender, chains.one("keyed"), 20);
    accept(sender, chains.one("once"), 20);
    Await.that("the calls are open", PATIENCE, () -> scene.outside().underWay() == 40);
    accept(sender, chains.waiting("20s"), 40);
    accept(sender, chains.inTurn(), 3 * Tenants.MANY);
    accept(sender, chains.fast(), 100);
  }

  void leaveSomeThatWillCall(Sender sender) {
    accept(sender, chains.waitsThenCalls("15s"), 50);
  }

  void answerFromNowOn() {
    scene.outside().behave(Whims.none());
    gate.countDown();
  }

  /// Such as `queued 3, waiting 40`.
  String unfinished() {
    return String.join(
        ", ",
        scene
            .rows()
            .list(
                """
                select state || ' ' || count(*) from run where finished_at is null
                group by state order by state
                """,
                row -> row.getString(1)));
  }

  /// @param allIsKnown false where the ledger has forgotten what came after its copy was made
  boolean verdict(String what, String before, boolean allIsKnown, Table table) {
    long begun = System.nanoTime();
    boolean _ = scene.comesToRest(PATIENCE);
    double seconds = Await.since(begun).toMillis() / 1e3;
    Findings findings = new Findings();
    RunProof runs = new RunProof(scene.rows(), accepted, findings);
    runs.check();
    EffectProof effects = scene.effects(findings);
    effects.check();
    if (allIsKnown) {
      effects.checkThatAllAreKnown();
    }
    findings.print();
    var _ =
        table.row(
            what,
            before,
            seconds,
            runs.ended(),
            runs.needPerson(),
            findings.lost(),
            findings.doubled(),
            findings.stuck());
    return findings.none();
  }

  private void accept(Sender sender, Chains.Chain chain, int count) {
    accepted.addAll(new Burst(sender, scene.tenants()).of(chain, count));
  }
}
