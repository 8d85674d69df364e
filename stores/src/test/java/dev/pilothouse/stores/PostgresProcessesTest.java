package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.testkit.Wait;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresProcessesTest {
  @RegisterExtension static final Stores stores = new Stores();

  private final PostgresProcesses processes = new PostgresProcesses(stores.database());

  @AfterEach
  void stop() {
    processes.close();
  }

  @Test
  void holdsALeaseOnceRenewed() {
    assertThat(processes.renew()).isFalse();
    assertThat(processes.renew()).isFalse();

    assertThat(leased(processes.me())).isTrue();
  }

  @Test
  void tellsThatItsLeaseHadPassed() {
    processes.renew();
    stores.change(
        "update process set lease_until = now() - interval '1 second' where id = ?",
        processes.me());

    assertThat(processes.renew()).isTrue();
    assertThat(processes.renew()).isFalse();
  }

  @Test
  void tellsThatOthersHeldItForDead() {
    processes.renew();
    stores.change("update process set lease_until = '-infinity' where id = ?", processes.me());

    assertThat(processes.renew()).isTrue();
  }

  @Test
  void missesANeighbourThatDoesNotRenewUntilItsLeaseHasPassed() {
    processes.renew();
    stores.change("delete from process where id <> ?", processes.me());
    UUID neighbour = neighbour("another host", 1, Instant.now());
    assertThat(processes.missesSomebody()).isFalse();

    lease(neighbour, 6);
    assertThat(processes.missesSomebody()).isTrue();

    lease(neighbour, -1);
    assertThat(processes.missesSomebody()).isFalse();
  }

  @Test
  void endsTheLeaseOfADeadNeighbourOnThisHostAtOnce() throws Exception {
    processes.renew();
    UUID dead = neighbour(hostOfThis(), pidOfADeadProcess(), Instant.now());

    processes.renew();

    assertThat(leased(dead)).isFalse();
  }

  @Test
  void endsTheLeaseOfANeighbourWhosePidIsSomebodyElsesByNow() {
    processes.renew();
    UUID dead = neighbour(hostOfThis(), ProcessHandle.current().pid(), Instant.EPOCH);

    processes.renew();

    assertThat(leased(dead)).isFalse();
  }

  @Test
  void leavesALivingNeighbourItsLeaseWhoseLockTheDatabaseDropped() {
    processes.renew();
    UUID living =
        neighbour(
            hostOfThis(),
            ProcessHandle.current().pid(),
            ProcessHandle.current().info().startInstant().orElseThrow());

    processes.renew();

    assertThat(leased(living)).isTrue();
  }

  @Test
  void leavesANeighbourItsLeaseThatHoldsItsLock() {
    processes.renew();
    try (PostgresProcesses neighbour = new PostgresProcesses(stores.database())) {
      neighbour.renew();
      stores.change("update process set pid_started = '-infinity' where id = ?", neighbour.me());

      processes.renew();

      assertThat(leased(neighbour.me())).isTrue();
    }
  }

  @Test
  void provesNothingOfAnotherHost() throws Exception {
    processes.renew();
    UUID far = neighbour("another host", pidOfADeadProcess(), Instant.now());

    processes.renew();

    assertThat(leased(far)).isTrue();
  }

  @Test
  void takesItsLockAgainAfterTheDatabaseDroppedIt() {
    processes.renew();
    cutConnectionsWithLocks();
    assertThat(locked()).isFalse();

    processes.renew();

    assertThat(locked()).isTrue();
  }

  @Test
  void freesItsRunsAtOnceWhenItCloses() {
    processes.renew();

    processes.close();

    assertThat(leased(processes.me())).isFalse();
    // the server ends a connection a moment after its client has left
    Wait.until("its lock is free", Duration.ofSeconds(20), () -> !locked());
  }

  @Test
  void forgetsTheLongGone() {
    UUID gone = neighbour("another host", 1, Instant.now());
    stores.change("update process set lease_until = now() - interval '2 days' where id = ?", gone);

    processes.renew();

    assertThat(known(gone)).isFalse();
  }

  private UUID neighbour(String host, long pid, Instant started) {
    UUID id = UUID.randomUUID();
    stores.change(
        "insert into process (id, host, pid, pid_started, lock_key, lease_until) values (?, ?, ?, ?, ?, now() + interval '1 hour')",
        id,
        host,
        pid,
        Rows.utc(started),
        id.getLeastSignificantBits());
    return id;
  }

  private static void lease(UUID process, int seconds) {
    stores.change(
        "update process set lease_until = now() + ? * interval '1 second' where id = ?",
        seconds,
        process);
  }

  private static long pidOfADeadProcess() throws IOException, InterruptedException {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    return process.pid();
  }

  private String hostOfThis() {
    return stores
        .database()
        .asSystem(jdbc ->
            jdbc.sql("select host from process where id = ?")
                .param(processes.me())
                .query(String.class)
                .single());
  }

  private static boolean leased(UUID id) {
    return exists("select exists(select from process where id = ? and lease_until > now())", id);
  }

  private static boolean known(UUID id) {
    return exists("select exists(select from process where id = ?)", id);
  }

  private boolean locked() {
    return exists(
        """
        select exists(select from pg_locks l where l.locktype = 'advisory' and l.granted
          and (l.classid::bigint << 32 | l.objid::bigint) = ?)\
        """,
        processes.me().getLeastSignificantBits());
  }

  private static boolean exists(String sql, Object value) {
    return stores
        .database()
        .asSystem(jdbc -> jdbc.sql(sql).param(value).query(Boolean.class).single());
  }

  private void cutConnectionsWithLocks() {
    Stores.client(stores.postgres.superuser())
        .sql(
            """
            select pg_terminate_backend(l.pid, 5000) from pg_locks l where l.locktype = 'advisory' and l.granted
              and (l.classid::bigint << 32 | l.objid::bigint) = ?\
            """)
        .param(processes.me().getLeastSignificantBits())
        .query((_, _) -> true)
        .list();
  }
}
