package dev.pilothouse.stores;

import dev.pilothouse.spi.Processes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The leases of all processes, on the database's clock.
///
/// A process is proven dead when its advisory lock is gone and, on this host, its pid too: both,
/// since a database that restarts drops the locks of processes that live on. Its lease then ends at
/// once. On another host nothing is proven, and its lease passes by itself.
public final class PostgresProcesses implements Processes, AutoCloseable {
  /// Longer than any pause of a healthy process, and as long as a frozen one may hold up its runs.
  private static final Duration LEASE = Duration.ofSeconds(10);

  private final Database database;
  private final AdvisoryLock lock;
  private final UUID me = UUID.randomUUID();
  private final String host = hostName();

  public PostgresProcesses(Database database) {
    this.database = database;
    this.lock = new AdvisoryLock(database, me.getLeastSignificantBits());
  }

  @Override
  public UUID me() {
    return me;
  }

  @Override
  public boolean renew() {
    lock.hold();
    boolean lapsed = extended();
    endTheDead();
    return lapsed;
  }

  /// Two renewals were left out.
  @Override
  public boolean missesSomebody() {
    return database.asSystem(tx ->
        tx.sql(
                """
                select exists (select from process
                  where id <> :me and lease_until > now() and lease_until < now() + :left * interval '1 millisecond')\
                """)
            .param("me", me)
            .param("left", LEASE.minusSeconds(3).toMillis())
            .query(Boolean.class)
            .single());
  }

  /// Its runs are free at once, instead of when the lease has passed.
  @Override
  public void close() {
    lock.close();
    database.asSystem(tx -> tx.sql("delete from process where id = ?").param(me).update());
  }

  private boolean extended() {
    ProcessHandle self = ProcessHandle.current();
    return database.asSystem(tx ->
        tx.sql(
                """
                insert into process (id, host, pid, pid_started, lock_key, lease_until)
                values (:id, :host, :pid, :started, :lock, now() + :lease * interval '1 millisecond')
                on conflict (id) do update set lease_until = excluded.lease_until
                returning coalesce(old.lease_until < now(), false) lapsed\
                """)
            .param("id", me)
            .param("host", host)
            .param("pid", self.pid())
            .param("started", Rows.utc(startOf(self)))
            .param("lock", lock.key())
            .param("lease", LEASE.toMillis())
            .query(Boolean.class)
            .single());
  }

  private void endTheDead() {
    List<Neighbour> unlocked =
        database.asSystem(tx ->
            tx.sql(
                    """
                    select id, pid, pid_started from process p
                    where host = :host and id <> :me and lease_until > now() and not exists (
                      select from pg_locks l where l.locktype = 'advisory' and l.granted and l.objsubid = 1
                        and l.database = (select oid from pg_database where datname = current_database())
                        and (l.classid::bigint << 32 | l.objid::bigint) = p.lock_key)\
                    """)
                .param("host", host)
                .param("me", me)
                .query((row, _) ->
                    new Neighbour(
                        Rows.id(row, "id"), row.getLong("pid"), Rows.instant(row, "pid_started")))
                .list());
    unlocked.stream().filter(Neighbour::isDead).forEach(this::end);
    forgetTheLongGone();
  }

  private void end(Neighbour dead) {
    database.asSystem(tx ->
        tx.sql("update process set lease_until = '-infinity' where id = ?")
            .param(dead.id())
            .update());
  }

  private void forgetTheLongGone() {
    database.asSystem(
        tx -> tx.sql("delete from process where lease_until < now() - interval '1 day'").update());
  }

  private record Neighbour(UUID id, long pid, Instant started) {
    boolean isDead() {
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .filter(process -> Duration.between(startOf(process), started).abs().toSeconds() < 2)
          .isEmpty();
    }
  }

  private static Instant startOf(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }

  /// Pids mean something within one boot of one machine alone, whatever containers call themselves.
  private static String hostName() {
    try {
      String name = InetAddress.getLocalHost().getHostName();
      Path boot = Path.of("/proc/sys/kernel/random/boot_id");
      Path space = Path.of("/proc/self/ns/pid");
      return Files.exists(boot)
          ? name + " " + Files.readString(boot).strip() + " " + Files.readSymbolicLink(space)
          : name;
    } catch (UnknownHostException nameless) {
      return "localhost";
    } catch (IOException hidden) {
      return UUID.randomUUID().toString(); // proves nothing of anybody
    }
  }
}
