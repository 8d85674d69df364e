package dev.pilothouse.chain;

import dev.pilothouse.model.StepKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Looks for one step of a chain and gathers what comes before it. That is told only where one
/// thing follows the other: along the chain, in the branch of an `if` or a `switch`, after an
/// error. Branches that are done beside each other are neither before nor after, and a step of a
/// loop is done many times.
final class StepsBefore {
  private final List<Step> steps;
  private final String wanted;

  StepsBefore(List<Step> steps, String wanted) {
    this.steps = steps;
    this.wanted = wanted;
  }

  Rewalk rewalk() {
    return along(steps, Set.of()).orElseGet(this::unknown);
  }

  private Optional<Rewalk> along(List<Step> list, Set<StepKey> before) {
    Set<StepKey> kept = new HashSet<>(before);
    for (Step step : list) {
      if (step.key().text().equals(wanted)) {
        return Optional.of(new Rewalk.From(step.key(), kept));
      }
      Set<StepKey> keptWithin = new HashSet<>(kept);
      keptWithin.add(step.key());
      Optional<Rewalk> found = within(step, keptWithin);
      if (found.isPresent()) {
        return found;
      }
      all(step).map(Step::key).forEach(kept::add);
    }
    return Optional.empty();
  }

  private Optional<Rewalk> within(Step step, Set<StepKey> before) {
    return switch (step) {
      case Step.If fork -> along(fork.then(), before).or(() -> along(fork.otherwise(), before));
      case Step.Switch fork ->
          Stream.concat(fork.cases().stream().map(Branch::steps), Stream.of(fork.otherwise()))
              .flatMap(branch -> along(branch, before).stream())
              .findFirst();
      case Step.ForEach loop ->
          holds(loop.steps()) || wanted.startsWith(loop.key() + ".")
              ? Optional.of(inTurn(loop))
              : recovery(step, before);
      case Step.Parallel fork ->
          fork.branches().stream().map(Branch::steps).anyMatch(this::holds)
              ? Optional.of(beside(fork))
              : recovery(step, with(before, fork));
      case Step.Do _, Step.Set _, Step.Wait _, Step.Call _, Step.Stop _ -> recovery(step, before);
    };
  }

  private Optional<Rewalk> recovery(Step step, Set<StepKey> before) {
    return step.onError() instanceof OnError.Recover(List<Step> recovery)
        ? along(recovery, before)
        : Optional.empty();
  }

  private static Set<StepKey> with(Set<StepKey> before, Step.Parallel fork) {
    return Stream.concat(
            before.stream(),
            fork.branches().stream()
                .flatMap(branch -> branch.steps().stream())
                .flatMap(StepsBefore::all)
                .map(Step::key))
        .collect(Collectors.toSet());
  }

  private boolean holds(List<Step> list) {
    return list.stream()
        .flatMap(StepsBefore::all)
        .map(step -> step.key().text())
        .anyMatch(wanted::equals);
  }

  private static Stream<Step> all(Step step) {
    return Stream.concat(Stream.of(step), step.within().flatMap(StepsBefore::all));
  }

  private Rewalk inTurn(Step.ForEach loop) {
    return new Rewalk.Impossible(
        "Expected a step that is done once, but '%s' stands within the loop '%s' and is done for each of its items. Begin with '%s'."
            .formatted(wanted, loop.key(), loop.key()));
  }

  private Rewalk beside(Step.Parallel fork) {
    return new Rewalk.Impossible(
        "Expected a step with all others before or after it, but '%s' stands in a branch of '%s', beside other branches. Begin with '%s'."
            .formatted(wanted, fork.key(), fork.key()));
  }

  private Rewalk unknown() {
    Set<String> names =
        steps.stream()
            .flatMap(StepsBefore::all)
            .map(step -> step.key().text())
            .collect(Collectors.toSet());
    return new Rewalk.Impossible(
        "Expected the id of a step of this chain, but there is no '%s'. %s"
            .formatted(
                Shown.shortened(wanted),
                NearName.of(wanted, names)
                    .map(near -> "Did you mean '" + near + "'?")
                    .orElse("The run shows its steps with their ids.")));
  }
}
