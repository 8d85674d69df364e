package dev.pilothouse.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/// kill -9 of every process, alone and all at once, while events come in: what was accepted must
/// finish.
final class KillBench implements Benchmark {
  private static final List<String> PARTS = List.of("app", "postgres", "temporal", "supervisor");
  private static final Duration LONGEST = Duration.ofSeconds(90);

  @Override
  public String name() {
    return "kill";
  }

  @Override
  public String about() {
    return "kill -9 of each process and of all under load; accepted events must finish [--rounds 3]";
  }

  @Override
  public int run(List<String> arguments) throws Exception {
    int rounds = new Options(arguments).number("rounds", 3);
    try (House house = House.inThrowAwayFolder()) {
      house.up();
      try (EventSender sender = new EventSender(url(house), house.key())) {
        sender.start();
        System.out.printf("%-12s %10s %14s%n", "killed", "ready after", "accepted so far");
        for (int round = 0; round < rounds; round++) {
          for (String part : PARTS) {
            killAndWait(house, sender, part, List.of(part));
          }
          killAndWait(house, sender, "all", PARTS);
        }
        awaitEvents(sender, 50);
        sender.stopSending();
        return verdict(sender);
      }
    }
  }

  private static void killAndWait(House house, EventSender sender, String name, List<String> parts)
      throws IOException, InterruptedException {
    awaitEvents(sender, 50);
    JsonNode pids = house.status().path("pids");
    long begun = System.nanoTime();
    parts.forEach(part -> kill(pids.path(part).asLong()));
    if (parts.contains("supervisor")) {
      house.up();
      sender.sendTo(url(house));
    }
    awaitAcceptedAndFinished(sender);
    System.out.printf(
        "%-12s %9.1f s %14d%n", name, (System.nanoTime() - begun) / 1e9, sender.runs().size());
  }

  private static void kill(long pid) {
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
  }

  private static void awaitEvents(EventSender sender, int more) throws InterruptedException {
    int before = sender.runs().size();
    await("events are accepted", () -> sender.runs().size() >= before + more);
  }

  /// Ready means: an event sent after the kill was accepted and its run has finished.
  private static void awaitAcceptedAndFinished(EventSender sender) throws InterruptedException {
    int before = sender.runs().size();
    await("an event is accepted", () -> sender.runs().size() > before + 1);
    String run = sender.runs().getLast();
    await("its run finishes", () -> finished(sender, run));
  }

  private static int verdict(EventSender sender) throws InterruptedException {
    List<String> runs = sender.runs();
    long begun = System.nanoTime();
    for (String run : runs) {
      await("the run " + run + " finishes", () -> finished(sender, run));
    }
    long distinct = runs.stream().distinct().count();
    System.out.printf(
        "%d events accepted, %d sent again for want of an answer, %d runs, all finished %.1f s after"
            + " the last event%n",
        runs.size(), sender.unanswered(), distinct, (System.nanoTime() - begun) / 1e9);
    return distinct == runs.size() ? 0 : 1;
  }

  private static boolean finished(EventSender sender, String run) {
    Optional<JsonNode> found = sender.get("/v1/runs/" + run);
    return found
        .filter(it -> it.path("state").asString().equals("finished"))
        .filter(it -> it.path("steps").size() == 1)
        .isPresent();
  }

  private static String url(House house) throws IOException, InterruptedException {
    return house.status().path("url").asString();
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "Expected within " + LONGEST.toSeconds() + " s that " + what + ", but it is not so.");
      }
      Thread.sleep(20);
    }
  }
}
