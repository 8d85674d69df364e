package dev.pilothouse.stores;

import dev.pilothouse.model.GivenOrder;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.spi.Ledger.Claim;
import dev.pilothouse.spi.Ledger.Claimed;
import dev.pilothouse.spi.Ledger.Line;
import dev.pilothouse.spi.Ledger.Standing;
import dev.pilothouse.spi.Ledger.Turn;
import dev.pilothouse.spi.Ledger.Writing;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// One of several processes on one database: its ledger, and what it was told to walk. Its own
/// entries start nothing.
final class Neighbour implements AutoCloseable {
  private final Stores stores;
  private final UUID me = UUID.randomUUID();
  private final StartedRuns started = new StartedRuns();
  private final PostgresLedger ledger;

  Neighbour(Stores stores) {
    this.stores = stores;
    ledger = new PostgresLedger(stores.database(), me, quietDoor(), started, Stores.ANYTHING_FITS);
  }

  UUID me() {
    return me;
  }

  PostgresLedger ledger() {
    return ledger;
  }

  StartedRuns started() {
    return started;
  }

  JournalWriter quietDoor() {
    return new JournalWriter((_, _) -> List.of(), Optional.of(me));
  }

  PostgresControl control() {
    return new PostgresControl(stores.database(), quietDoor(), started);
  }

  /// Its lease lasts longer than the test.
  Neighbour alive() {
    return leasedFor("1 hour");
  }

  /// It has died, or sleeps for too long.
  Neighbour lapsed() {
    return leasedFor("-1 second");
  }

  private Neighbour leasedFor(String time) {
    stores
        .database()
        .asSystem(jdbc ->
            jdbc.sql(
                    """
                    insert into process (id, host, pid, pid_started, lock_key, lease_until)
                    values (:id, 'another host', 1, now(), 1, now() + :time::interval)
                    on conflict (id) do update set lease_until = excluded.lease_until\
                    """)
                .param("id", me)
                .param("time", time)
                .update());
    return this;
  }

  boolean canClaim(RunRef run) {
    return !ledger.claim(List.of(run)).isEmpty();
  }

  Claimed claimed(RunRef run) {
    return ledger.claim(List.of(run)).getFirst();
  }

  Claim claim(RunRef run) {
    return claimed(run).claim();
  }

  Standing write(Claim claim, Line... lines) {
    return write(claim, new Turn.Stay(), lines);
  }

  Standing write(Claim claim, Turn turn, Line... lines) {
    return writing(claim, turn, lines).join();
  }

  CompletableFuture<Standing> writing(Claim claim, Turn turn, Line... lines) {
    return ledger.write(new Writing(claim, List.of(lines), turn));
  }

  Standing carryOut(Claim claim, Turn turn, List<GivenOrder> orders) {
    return ledger
        .write(new Writing(claim, List.of(), turn, orders.stream().map(GivenOrder::id).toList()))
        .join();
  }

  Standing leave(Claim claim, RunState state, Line... lines) {
    return write(claim, new Turn.Leave(state, Optional.empty()), lines);
  }

  Standing end(Claim claim, RunState state, Line... lines) {
    return write(claim, new Turn.End(state, "because"), lines);
  }

  List<RunId> toldToWalk() {
    return started.freedIds();
  }

  @Override
  public void close() {
    ledger.close();
  }
}
