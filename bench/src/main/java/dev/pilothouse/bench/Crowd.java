package dev.pilothouse.bench;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/// Many automations of one company: each listens to one of 25 types, under three conditions that
/// one number alone fulfils, and does three pure steps.
record Crowd(int count) {
  private static final int TYPES = 25;

  List<Chains.Chain> chains() {
    return IntStream.range(0, count).mapToObj(this::chain).toList();
  }

  Chains.Chain chain(int number) {
    String when =
        "event.data.n == %d && event.source == 'bench' && event.data.n >= 0".formatted(number);
    return Chains.threePureSteps("crowd " + number, type(number), when);
  }

  /// One of them hears it.
  Event event(int number) {
    return Event.fresh(type(number), number);
  }

  Event anyEvent() {
    return event(ThreadLocalRandom.current().nextInt(count));
  }

  private static String type(int number) {
    return "crowd." + number % TYPES;
  }
}
