package dev.pilothouse.triggers;

import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.TenantId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Runs that wait to be started, taken by turns from each tenant, so that one tenant's flood does
/// not hold up the others' few.
final class FairQueue {
  private final int capacity;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final Map<TenantId, ArrayDeque<RunRef>> byTenant = new LinkedHashMap<>();
  private final Set<RunId> queued = new HashSet<>();

  /// Whoever waits is woken once there are as many.
  private int enough = 1;

  FairQueue(int capacity) {
    this.capacity = capacity;
  }

  /// Takes each run once, while it waits here.
  ///
  /// @return those for which there is no room
  List<RunRef> add(Collection<RunRef> runs) {
    lock.lock();
    try {
      List<RunRef> refused = new ArrayList<>();
      runs.forEach(run -> add(run, refused));
      if (queued.size() >= enough) {
        filled.signal();
      }
      return refused;
    } finally {
      lock.unlock();
    }
  }

  private void add(RunRef run, List<RunRef> refused) {
    if (queued.size() >= capacity) {
      refused.add(run);
    } else if (queued.add(run.run())) {
      byTenant.computeIfAbsent(run.tenant(), _ -> new ArrayDeque<>()).add(run);
    }
  }

  /// Waits until there is one, then takes all there are, up to `most`.
  List<RunRef> take(int most) throws InterruptedException {
    return take(most, 1, System.nanoTime());
  }

  /// Waits until there is one, lets others join it until there are enough or the time has come, and
  /// takes what there is, up to `most`. For one taker alone.
  List<RunRef> take(int most, int enoughOfThem, long nanoTime) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (queued.isEmpty()) {
        filled.await();
      }
      gather(enoughOfThem, nanoTime);
      List<RunRef> taken = new ArrayList<>();
      while (taken.size() < most && !byTenant.isEmpty()) {
        takeOneOfEach(taken, most);
      }
      taken.forEach(run -> queued.remove(run.run()));
      if (!queued.isEmpty()) {
        filled.signal(); // one call may have brought work for several
      }
      return taken;
    } finally {
      lock.unlock();
    }
  }

  private void gather(int enoughOfThem, long nanoTime) throws InterruptedException {
    enough = enoughOfThem;
    try {
      long left = nanoTime - System.nanoTime();
      while (queued.size() < enoughOfThem && left > 0) {
        left = filled.awaitNanos(left);
      }
    } finally {
      enough = 1;
    }
  }

  /// Who was served goes to the end of the line.
  private void takeOneOfEach(List<RunRef> taken, int most) {
    for (TenantId tenant : List.copyOf(byTenant.keySet())) {
      if (taken.size() == most) {
        return;
      }
      ArrayDeque<RunRef> waiting = Objects.requireNonNull(byTenant.remove(tenant));
      taken.add(waiting.removeFirst());
      if (!waiting.isEmpty()) {
        byTenant.put(tenant, waiting);
      }
    }
  }
}
