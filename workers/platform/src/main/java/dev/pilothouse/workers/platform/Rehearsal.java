package dev.pilothouse.workers.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A database and a Temporal for a moment, on a folder that is thrown away: there the app does once
/// what it does every day, and touches nothing of anybody's.
final class Rehearsal implements AutoCloseable {

  private static final Duration COMES_UP = Duration.ofMinutes(1);
  private static final Duration GENTLE = Duration.ofSeconds(15);

  private final Plan plan;
  private final Secrets secrets = Secrets.fresh();
  private final List<GuardedProcess> servers = new ArrayList<>();

  private Rehearsal(Plan plan) {
    this.plan = plan;
  }

  /// Where Temporal's address is given there may be no program to start one of our own.
  static Rehearsal beside(Plan real) {
    Trees.delete(real.dataFolder().rehearsal());
    DataLayout.prepare(new DataFolder(real.dataFolder().rehearsal()), real.version());
    Rehearsal rehearsal = new Rehearsal(real.forRehearsal());
    try {
      rehearsal.startPostgres();
      rehearsal.startTemporal();
      return rehearsal;
    } catch (RuntimeException halfway) {
      rehearsal.close();
      throw halfway;
    }
  }

  /// What the app is told, and that it may call itself.
  Map<String, String> environment() {
    Map<String, String> all = new HashMap<>(new AppPart(plan, secrets).environment());
    all.put("PILOTHOUSE_ACTIONS_HTTP_ALLOWED_HOSTS", "127.0.0.1:" + plan.httpPort());
    return all;
  }

  /// Has it do a day's work; without Temporal, come up.
  ///
  /// @throws RuntimeException where it does not get through
  void play() {
    if (hasTemporal()) {
      new DaysWork(plan.url(), plan.dataFolder().firstLogin()).run();
    } else {
      boolean _ =
          Patience.until(
              DaysWork.SERVES_WITHIN,
              () -> FreePorts.answers("127.0.0.1", plan.httpPort(), Duration.ofSeconds(1)));
    }
  }

  @Override
  public void close() {
    servers.reversed().forEach(GuardedProcess::close);
    Trees.delete(plan.dataFolder().root());
  }

  private void startPostgres() {
    PostgresPart part = PostgresPart.of(plan, secrets);
    servers.add(GuardedProcess.start(part.prepare(), _ -> {}));
    boolean _ = Patience.until(COMES_UP, part::isReady);
  }

  private void startTemporal() {
    if (hasTemporal()) {
      List<String> words =
          new TemporalCli(Path.of(plan.temporal().cli()), plan.temporal().version())
              .forgetfulServerCommand(plan.temporal().ports());
      servers.add(
          GuardedProcess.start(
              new GuardedProcess.Command(words, Map.of(), "INT", GENTLE), _ -> {}));
    }
  }

  private boolean hasTemporal() {
    return !plan.temporal().cli().isEmpty();
  }
}
