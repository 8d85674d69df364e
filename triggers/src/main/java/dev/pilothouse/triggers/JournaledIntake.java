package dev.pilothouse.triggers;

import dev.pilothouse.model.Accepted;
import dev.pilothouse.model.Address;
import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.Caller;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.spi.Intake;
import dev.pilothouse.spi.Journal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Hands events to the journal and answers after their commit; the journal itself lets their runs
/// start.
public final class JournaledIntake implements Intake {
  private final Journal journal;

  public JournaledIntake(Journal journal) {
    this.journal = journal;
  }

  @Override
  public List<Accepted> accept(Caller caller, List<CloudEvent> events) {
    List<CompletableFuture<Accepted>> answers =
        events.stream()
            .map(event -> journal.accept(caller.tenant(), caller.actor(), event))
            .toList();
    return answers.stream().map(JournaledIntake::committed).toList();
  }

  @Override
  public Accepted accept(Caller caller, CloudEvent event, AutomationId to) {
    return committed(
        journal.accept(caller.tenant(), caller.actor(), event, Optional.of(Address.of(to))));
  }

  private static Accepted committed(CompletableFuture<Accepted> answer) {
    try {
      return answer.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }
}
