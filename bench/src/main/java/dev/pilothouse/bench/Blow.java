package dev.pilothouse.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// What can happen to the processes of a house.
enum Blow {
  FIRST_APP,
  SECOND_APP,
  BOTH_APPS,
  TEMPORAL,
  POSTGRES,
  ALL,
  FREEZE_FIRST_APP,
  FREEZE_SECOND_APP;

  /// Each kind as often as the others, in an order that the seed decides.
  static List<Blow> plan(int count, long seed) {
    Random random = new Random(seed);
    List<Blow> plan = new ArrayList<>();
    while (plan.size() < count) {
      List<Blow> round = new ArrayList<>(Arrays.asList(values()));
      Collections.shuffle(round, random);
      plan.addAll(round);
    }
    return List.copyOf(plan.subList(0, count));
  }

  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
