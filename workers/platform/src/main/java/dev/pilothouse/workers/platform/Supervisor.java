package dev.pilothouse.workers.platform;

import dev.pilothouse.workers.platform.PartRunner.Death;
import dev.pilothouse.workers.platform.PlatformState.Phase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/// The parent of PostgreSQL, Temporal and the app: starts them side by side, restarts what dies,
/// stops them in order. It does little and holds little, so that it is the last to fail.
public final class Supervisor {

  static final int ANOTHER_RUNS = 3;

  private static final int DEATHS_BEFORE_GIVING_UP = 3;
  private static final Duration REST_BEFORE_EXTRAS = Duration.ofSeconds(30);
  private static final Duration ASK_OFTEN = Duration.ofMillis(50);
  private static final Duration ASK_SELDOM = Duration.ofSeconds(1);

  private final Plan plan;
  private final Secrets secrets;
  private final StateBoard board;
  private final RotatedLog log;
  private final List<PartRunner> runners = new ArrayList<>();
  private final CountDownLatch gaveUp = new CountDownLatch(1);
  private final Thread extras;
  private volatile boolean wasReady;
  private volatile boolean stopping;

  private Supervisor(Plan plan, Secrets secrets, RotatedLog log) {
    this.plan = plan;
    this.secrets = secrets;
    this.log = log;
    this.board = new StateBoard(plan);
    this.extras = Thread.ofPlatform().name("extras").unstarted(this::makeStartCache);
  }

  /// Runs until it is told to stop.
  ///
  /// @param arguments the path of a plan that [Platform#up] wrote
  public static void main(String[] arguments) throws InterruptedException {
    Plan plan = Json.read(Path.of(arguments[0]), Plan.class).orElseThrow();
    Optional<InterProcessLock> lock =
        InterProcessLock.within(plan.dataFolder().lock(), Duration.ofSeconds(5));
    if (lock.isEmpty()) {
      System.exit(ANOTHER_RUNS);
    }
    try (InterProcessLock _ = lock.get();
        InterProcessLock _ = UnpackedApp.in(Path.of(plan.app())).use();
        RotatedLog log = new RotatedLog(plan.dataFolder().log("supervisor"))) {
      new Supervisor(plan, Secrets.of(plan.dataFolder()), log).run();
    }
  }

  private void run() throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(this::stop));
    parts().forEach(this::supervise);
    say("starting for " + plan.url());
    runners.forEach(PartRunner::start);
    Thread.ofPlatform().daemon().name("readiness").start(this::watchReadiness);
    Thread.ofPlatform().daemon().name("front").start(Supervisor::endWithThePipe);
    gaveUp.await();
    System.exit(1);
  }

  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    parts.add(PostgresPart.of(plan, secrets));
    switch (plan.temporal().kind()) {
      case DEV -> parts.add(new TemporalDevPart(plan));
      case ON_POSTGRES -> parts.add(new TemporalServerPart(plan, secrets));
      case GIVEN -> {}
    }
    parts.add(new AppPart(plan, secrets));
    return parts;
  }

  private void supervise(Part part) {
    RotatedLog output = new RotatedLog(plan.dataFolder().log(part.name()));
    runners.add(new PartRunner(part, board, output, this::died));
  }

  private void died(Part part, Death death) {
    say("%s ended (%d): %s".formatted(part.title(), death.exitCode(), death.problem().sentence()));
    board.problem(death.problem());
    if (wasReady) {
      board.phase(Phase.RECOVERING, part.title() + " ended and is started again");
    } else if (death.certain() || death.inARow() >= DEATHS_BEFORE_GIVING_UP) {
      board.phase(Phase.FAILED, "Giving up");
      gaveUp.countDown();
    }
  }

  /// Once, when the start is over and the machine has come to rest.
  private void makeStartCache() {
    pause(REST_BEFORE_EXTRAS);
    if (stopping) {
      return;
    }
    try {
      say(new StartCache(Path.of(plan.app())).make(plan));
    } catch (InterruptedException _) {
      // told to stop
    }
  }

  private void watchReadiness() {
    while (!stopping) {
      Readiness readiness = Readiness.ask(plan.url());
      boolean well = readiness.ready() && board.allRun();
      if (!stopping && board.state().phase() != Phase.FAILED) {
        show(readiness, well);
      }
      pause(well ? ASK_SELDOM : ASK_OFTEN);
    }
  }

  private void show(Readiness readiness, boolean well) {
    if (well) {
      if (!board.state().ready()) {
        say("ready");
      }
      if (!wasReady) {
        extras.start();
      }
      wasReady = true;
      board.phase(Phase.READY, "Ready");
    } else {
      board.phase(wasReady ? Phase.RECOVERING : Phase.STARTING, waitingWords(readiness));
    }
  }

  private String waitingWords(Readiness readiness) {
    String parts =
        board.state().parts().entrySet().stream()
            .filter(part -> part.getValue().state() != PlatformState.PartState.RUNNING)
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    if (!parts.isEmpty()) {
      return "Waiting for " + parts;
    }
    return readiness.waitingFor().isEmpty()
        ? "Waiting for Pilothouse to answer"
        : "Pilothouse waits for " + readiness.waitingFor();
  }

  // why this order: the app may finish what it does while the others are still there
  private synchronized void stop() {
    stopping = true;
    boolean failed = board.state().phase() == Phase.FAILED;
    if (!failed) {
      board.phase(Phase.STOPPING, "Stopping");
    }
    extras.interrupt();
    runners.reversed().forEach(PartRunner::stop);
    say("stopped");
    if (!failed) {
      Trees.delete(plan.dataFolder().state());
    }
  }

  /// The process that started us holds the pipe; it may tell us to stay when it ends.
  private static void endWithThePipe() {
    String told = "";
    try {
      told = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException _) {
      // a broken pipe is an ended one
    }
    if (!told.contains(SupervisorProcess.STAY)) {
      System.exit(0);
    }
  }

  private void say(String words) {
    log.accept(Instant.now() + " " + words);
  }

  private static void pause(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
