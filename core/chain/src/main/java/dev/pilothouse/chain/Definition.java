package dev.pilothouse.chain;

import dev.pilothouse.model.NewEntry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A chain that was read and checked. Immutable and shared between threads.
///
/// @param owner who answers for it; empty for nobody
/// @param admission what may keep an event from a run
/// @param deadline of a run, counted from its acceptance
/// @param tellOfFailure who hears that a run failed: `owner`, `role:NAME` or an address
public record Definition(
    String name,
    String owner,
    List<Trigger> triggers,
    Admission admission,
    Optional<Duration> deadline,
    Optional<String> tellOfFailure,
    List<Step> steps) {
  public Definition {
    triggers = List.copyOf(triggers);
    steps = List.copyOf(steps);
  }

  /// Whether any trigger accepts the entry.
  public boolean startsOn(NewEntry entry) {
    return startsOn(Scope.of(entry));
  }

  /// For who asks many definitions about one entry: the entry is converted once.
  public boolean startsOn(Scope scope) {
    return events().anyMatch(trigger -> trigger.accepts(scope));
  }

  /// Its triggers that listen to the journal.
  public Stream<Trigger.OnEvent> events() {
    return triggers.stream()
        .filter(Trigger.OnEvent.class::isInstance)
        .map(Trigger.OnEvent.class::cast);
  }

  /// Its buttons.
  public Stream<Trigger.Manual> manual() {
    return triggers.stream()
        .filter(Trigger.Manual.class::isInstance)
        .map(Trigger.Manual.class::cast);
  }

  /// What programs and other chains start it by.
  public Stream<Trigger.Api> api() {
    return triggers.stream().filter(Trigger.Api.class::isInstance).map(Trigger.Api.class::cast);
  }

  /// Empty for none.
  public String concurrencyKey(NewEntry entry) {
    return concurrencyKey(Scope.of(entry));
  }

  public String concurrencyKey(Scope scope) {
    return admission.concurrency().map(it -> Admission.filledIn(it.key(), scope)).orElse("");
  }
}
