package dev.pilothouse.bench;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Events that come in at a steady rate whatever happens to the house, each brought by a sender of
/// its own.
final class Load {
  private static final Duration FOR_EVER = Duration.ofHours(1);
  private static final int ONE_IN = 20;

  private final Sender sender;
  private final Tenants tenants;
  private final List<Chains.Chain> chains;
  private final Random random;
  private final Duration pause;
  private final Queue<Delivery> accepted = new ConcurrentLinkedQueue<>();
  private final AtomicInteger made = new AtomicInteger();
  private final AtomicInteger otherAnswers = new AtomicInteger();
  private final Thread clock = Thread.ofPlatform().name("load").unstarted(this::tick);
  private volatile boolean stopped;

  Load(Sender sender, Tenants tenants, List<Chains.Chain> chains, int perSecond, long seed) {
    this.sender = sender;
    this.tenants = tenants;
    this.chains = List.copyOf(chains);
    this.random = new Random(seed);
    this.pause = Duration.ofSeconds(1).dividedBy(perSecond);
  }

  void start() {
    clock.start();
  }

  /// Makes no new events; returns when each one made was answered.
  boolean stop(Duration within) {
    stopped = true;
    return Await.orNot(within, () -> !clock.isAlive() && accepted.size() == made.get());
  }

  List<Delivery> accepted() {
    return List.copyOf(accepted);
  }

  /// An event outside of the rhythm; returns when it was accepted.
  Optional<Delivery> fresh(Chains.Chain chain, Duration patience) {
    int number = made.incrementAndGet();
    Optional<Delivery> delivery =
        sender.deliver(tenants.inTurn(number), event(chain, 1), number, patience);
    delivery.ifPresentOrElse(accepted::add, made::decrementAndGet);
    return delivery;
  }

  /// Deliveries that were sent a second time after their answer and got another one.
  int otherAnswers() {
    return otherAnswers.get();
  }

  private void tick() {
    long next = System.nanoTime();
    while (!stopped) {
      int number = made.incrementAndGet();
      Chains.Chain chain = chains.get(random.nextInt(chains.size()));
      Event event = event(chain, 1 + random.nextInt(6));
      boolean twice = random.nextInt(ONE_IN) == 0;
      Thread.startVirtualThread(() -> bring(event, number, twice));
      next += pause.toNanos();
      LockSupport.parkNanos(next - System.nanoTime());
    }
  }

  private void bring(Event event, int number, boolean twice) {
    Tenants.Tenant tenant = tenants.inTurn(number);
    Optional<Delivery> first = sender.deliver(tenant, event, number, FOR_EVER);
    if (twice) {
      first.ifPresent(it -> bringAgain(it, number));
    }
    first.ifPresent(accepted::add);
  }

  private void bringAgain(Delivery first, int number) {
    boolean same =
        sender
            .deliver(first.tenant(), first.event(), number + 1, FOR_EVER)
            .map(second -> second.duplicate() && second.sameAs(first))
            .orElse(true);
    if (!same) {
      otherAnswers.incrementAndGet();
    }
  }

  private static Event event(Chains.Chain chain, int n) {
    return Event.fresh(chain.type(), n);
  }
}
