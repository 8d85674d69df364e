package dev.pilothouse.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// One side is lost: Temporal's data are replaced by an older copy and by nothing, ours by an older
/// copy. The rows must carry the first two, a person's word the third; nothing is done twice.
final class RestoreBench implements Benchmark {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration LOOK = Duration.ofSeconds(5);

  @Override
  public String name() {
    return "restore";
  }

  @Override
  public String about() {
    return "Temporal's data replaced by an older copy and by none, ours by an older copy";
  }

  @Override
  public int run(List<String> arguments) {
    Table table =
        new Table(
            "replaced",
            "unfinished before",
            "at rest after s",
            "finished",
            "unknown",
            "lost",
            "doubled",
            "stuck");
    boolean held = temporal("Temporal by an older copy", true, table);
    held &= temporal("Temporal by nothing", false, table);
    held &= ours(table);
    table.print();
    return held ? 0 : 1;
  }

  private static boolean temporal(String what, boolean older, Table table) {
    try (Scene scene = Scene.open(Whims.none(), Tenants.MANY)) {
      UnfinishedRuns runs = new UnfinishedRuns(scene);
      Path data = scene.house().data().temporal();
      Path copy = data.resolveSibling("temporal.copy");
      copied(scene.house(), data, copy);
      try (Sender sender = new Sender(new Doors(scene.house().url()))) {
        runs.finishSome(sender);
        runs.leaveSomeOfEachKind(sender);
      }
      String before = runs.unfinished();
      scene.house().killAll();
      Folders.delete(data);
      if (older) {
        Folders.copy(copy, data);
      }
      runs.answerFromNowOn();
      var _ = scene.house().up();
      return runs.verdict(what, before, true, table);
    }
  }

  /// The events that came after the copy was made are gone with it; nothing brings them back but
  /// their senders.
  private static boolean ours(Table table) {
    try (Scene scene = Scene.open(Whims.none(), Tenants.MANY)) {
      UnfinishedRuns runs = new UnfinishedRuns(scene);
      Path data = scene.house().data().postgres();
      Path copy = data.resolveSibling("postgres.copy");
      try (Sender sender = new Sender(new Doors(scene.house().url()))) {
        runs.finishSome(sender);
        runs.leaveSomeThatWillCall(sender);
      }
      String before = runs.unfinished();
      copied(scene.house(), data, copy);
      if (!scene.comesToRest(PATIENCE)) {
        throw new IllegalStateException("Expected the runs to end before the copy comes back.");
      }
      try (Sender sender = new Sender(new Doors(scene.house().url()))) {
        runs.finishSomeThatWillBeForgotten(sender);
      }
      scene.house().killAll();
      Folders.replace(data, copy);
      var _ = scene.house().up();
      boolean wasHeld = holds(scene);
      return runs.verdict("ours by an older copy", before, false, table) && wasHeld;
    }
  }

  /// Nothing goes out until a person lets it.
  private static boolean holds(Scene scene) {
    String url = scene.house().url() + "/v1/hold";
    Tenants.Tenant tenant = scene.tenants().inTurn(0);
    try (Api api = new Api(Duration.ofSeconds(30))) {
      System.out.println("GET /v1/hold: " + api.expect("the hold", api.get(url, tenant)));
      int before = scene.outside().visits().arrivals();
      LockSupport.parkNanos(LOOK.toNanos());
      int during = scene.outside().visits().arrivals() - before;
      System.out.printf("calls while held: %d in %d s%n", during, LOOK.toSeconds());
      System.out.println(
          "POST /v1/hold/release: "
              + api.expect(
                  "the release",
                  api.post(
                      url + "/release",
                      tenant,
                      "{\"reason\": \"The copy is what we go on with.\"}")));
      return during == 0;
    }
  }

  private static void copied(House house, Path data, Path copy) {
    var _ = house.stop();
    Folders.copy(data, copy);
    var _ = house.up();
  }
}
