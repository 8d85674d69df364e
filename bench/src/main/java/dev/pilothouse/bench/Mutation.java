package dev.pilothouse.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A guard taken out, to see that the proof notices. Done in the database, from outside: the
/// program that is proven has no switch for it.
enum Mutation {
  /// No claim raises the fence any more, so no older claim is ever refused.
  FENCE(
      """
      create function bench_same_fence() returns trigger language plpgsql as $$
      begin
        new.fence := greatest(old.fence, 1);
        return new;
      end $$;
      create trigger bench_mutation before update on run
        for each row when (new.fence > 1) execute function bench_same_fence()
      """),
  /// Reservations are lost: nobody remembers that a call was about to be sent.
  RESERVATION(
      """
      create function bench_nothing() returns trigger language plpgsql as $$
      begin
        return null;
      end $$;
      create trigger bench_mutation before insert on step_record
        for each row when (new.phase = 0) execute function bench_nothing()
      """),
  /// Nothing that is left lying is ever attended to.
  SWEEP(
      """
      create function bench_nothing() returns trigger language plpgsql as $$
      begin
        return null;
      end $$;
      create trigger bench_mutation before update of nudged_at on run
        for each row when (new.nudged_at is distinct from old.nudged_at
          and new.fence = old.fence and new.state = old.state
          and new.started_at is not distinct from old.started_at
          and (new.owner is null or new.owner is not distinct from old.owner))
        execute function bench_nothing()
      """);

  private final String sql;

  Mutation(String sql) {
    this.sql = sql;
  }

  /// Empty for none.
  ///
  /// @throws IllegalArgumentException for a name that is no mutation's
  static Optional<Mutation> named(String name) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(values())
            .filter(it -> it.text().equals(name))
            .findFirst()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "Expected one of " + names() + " for --mutate, but found '" + name + "'.")));
  }

  /// The blows that this guard is there for.
  List<Blow> plan(int count) {
    List<Blow> blows =
        switch (this) {
          case FENCE -> List.of(Blow.FREEZE_FIRST_APP, Blow.FREEZE_SECOND_APP);
          case RESERVATION -> List.of(Blow.FIRST_APP, Blow.SECOND_APP, Blow.BOTH_APPS);
          case SWEEP -> List.of(Blow.FIRST_APP, Blow.BOTH_APPS, Blow.ALL);
        };
    return IntStream.range(0, count).mapToObj(at -> blows.get(at % blows.size())).toList();
  }

  void applyTo(House house) {
    Rows.ofTheMigrator(house).change(sql);
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static String names() {
    return Arrays.stream(values()).map(Mutation::text).collect(Collectors.joining(", "));
  }
}
