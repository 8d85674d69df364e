package dev.pilothouse.bench;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What somebody with a browser waits for: the first load of home with nothing in the cache, and
/// whether long runs and large chains move as smoothly as short ones.
final class PageBench implements Benchmark {
  private static final double KILO = 1_000;
  private static final double SCRIPT_KILOBYTES = 150;
  private static final int REQUESTS = 12;
  private static final double USABLE_MILLIS = 300;

  /// Of the frames of a page at rest, which is all that this machine can draw.
  private static final double SHARE_OF_FRAMES = 0.95;

  @Override
  public String name() {
    return "page";
  }

  @Override
  public String about() {
    return "First load of home beside a bare round trip, frames while a long run and a large chain"
        + " move [--loads 10] [--seconds 5]";
  }

  @Override
  public int run(List<String> arguments) {
    Options options = new Options(arguments);
    try (House house = House.inThrowAwayFolder()) {
      var _ = house.up();
      house.comeToRest();
      try (Guest guest = Guest.of(house)) {
        boolean small = isSmall(FirstLoad.by(guest));
        boolean soon = isSoon(guest, options.number("loads", 10));
        boolean smooth = movesSmoothly(guest, options.number("seconds", 5));
        opens(guest, options.number("loads", 10));
        return small && soon && smooth ? 0 : 1;
      }
    }
  }

  private static boolean isSmall(FirstLoad load) {
    System.out.printf(
        "script %.1f kB gzipped (at most %.0f), requests %d and the tab's icon (at most %d)%n",
        load.scriptBytes() / KILO, SCRIPT_KILOBYTES, load.requests(), REQUESTS);
    return load.scriptBytes() <= SCRIPT_KILOBYTES * KILO && load.requests() + 1 <= REQUESTS;
  }

  private static boolean isSoon(Guest guest, int count) {
    List<FirstLoad> led = IntStream.range(0, count).mapToObj(_ -> FirstLoad.by(guest)).toList();
    try (PlainBrowser browser = new PlainBrowser()) {
      var _ = PlainLoad.by(browser, guest); // what a server compiles for its first guest
      List<PlainLoad> loads =
          IntStream.range(0, count).mapToObj(_ -> PlainLoad.by(browser, guest)).toList();
      List<Double> bare =
          IntStream.range(0, count).mapToObj(_ -> PlainLoad.ofNothing(browser, guest)).toList();
      Percentiles usable = times(loads, PlainLoad::usable);
      new Table("nothing in the cache", "count", "p50 ms", "p95 ms")
          .row(row("bare round trip", times(loads, PlainLoad::roundTrip)))
          .row(row("an empty page, first paint", new Percentiles(bare)))
          .row(row("home, first paint", times(loads, PlainLoad::painted)))
          .row(row("home, usable", usable))
          .row(row("home, usable, in a browser led by a driver", times(led, FirstLoad::usable)))
          .print();
      return usable.p50() < USABLE_MILLIS;
    }
  }

  private static <T> Percentiles times(List<T> loads, Function<T, Double> which) {
    return new Percentiles(loads.stream().map(which).toList());
  }

  private static boolean movesSmoothly(Guest guest, int seconds) {
    LongChains chains = new LongChains(guest);
    String run = chains.runOf(1_000);
    String drawing = chains.drawn(300);
    try (Page page = guest.newPage()) {
      Frames still = Frames.of(guest.opened(page, "/ui"), seconds, 0);
      Frames inspector = Frames.of(guest.opened(page, "/runs/" + run), seconds, 40);
      Frames canvas =
          Frames.of(guest.opened(page, "/automations/" + drawing + "/chain"), seconds, 40);
      new Table("frames", "count", "p50 ms", "p95 ms", "a second", "of those at rest")
          .row(row("a page at rest", still, still))
          .row(row("run of 1,000 steps", inspector, still))
          .row(row("chain of 300 steps", canvas, still))
          .print();
      return Stream.of(inspector, canvas)
          .allMatch(moving -> moving.shareOf(still) >= SHARE_OF_FRAMES);
    }
  }

  /// Nothing is asked of these figures.
  private static void opens(Guest guest, int count) {
    var _ = new LongChains(guest).shortRun();
    Table table =
        new Table("opened first, in a browser led by a driver", "count", "p50 ms", "p95 ms");
    for (FirstOpening opening : FirstOpening.values()) {
      table.row(row(opening.what, opening.times(guest, count)));
    }
    table.print();
  }

  private static Object[] row(String what, Frames frames, Frames still) {
    Percentiles times = frames.times();
    String share = "%.0f %%".formatted(100 * frames.shareOf(still));
    return new Object[] {what, times.count(), times.p50(), times.p95(), frames.aSecond(), share};
  }

  private static Object[] row(String what, Percentiles times) {
    return new Object[] {what, times.count(), times.p50(), times.p95()};
  }
}
