package dev.pilothouse.builderapi;

import dev.pilothouse.chain.Heard;
import dev.pilothouse.chain.Heard.Unmet;
import dev.pilothouse.model.Address;
import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationState;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.StoredVerdict;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Automations.Automation;
import dev.pilothouse.spi.Publications;
import dev.pilothouse.spi.Publications.AsOf;
import dev.pilothouse.spi.Publications.InForce;
import dev.pilothouse.spi.Publications.Publication;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says what one automation made of events: what was kept of it, or what the version that was in
/// force makes of them when it is asked once more. For one request: events of one time met the same
/// index, which is read once.
final class VerdictTeller {
  /// A change this near to an event may have met it, whatever the numbers of the index say: an
  /// intake matches with a newer index than it was asked for where it has one.
  private static final Duration AT_ONCE = Duration.ofMinutes(1);

  private final Publications publications;
  private final TenantId tenant;
  private final Automation automation;
  private final VerdictWords words;
  private final Map<AsOf, Optional<InForce>> known = new HashMap<>();

  VerdictTeller(Publications publications, TenantId tenant, Automation automation) {
    this.publications = publications;
    this.tenant = tenant;
    this.automation = automation;
    words = new VerdictWords(automation);
  }

  Explained tell(JournalEntry entry, Optional<StoredVerdict> kept) {
    Optional<InForce> then = inForce(AsOf.matching(entry));
    return kept.map(it -> kept(it, then)).orElseGet(() -> workedOut(entry, then));
  }

  private Explained kept(StoredVerdict kept, Optional<InForce> then) {
    return new Explained(
        VerdictKind.of(kept.kind()),
        words.kept(kept, then),
        Optional.of(kept.version()),
        then,
        List.of(),
        kept.run());
  }

  private Explained workedOut(JournalEntry entry, Optional<InForce> then) {
    Optional<AutomationId> alone = entry.entry().to().map(Address::automation);
    if (alone.isPresent() && !alone.get().equals(automation.id())) {
      return Explained.unasked(
          VerdictKind.FOR_ANOTHER, words.forAnother(entry.entry(), alone.get()), then);
    }
    return then.map(it -> asked(entry, it)).orElseGet(() -> unpublished(entry));
  }

  private Explained unpublished(JournalEntry entry) {
    return Explained.unasked(
        VerdictKind.NOT_PUBLISHED, words.notPublished(next(entry)), Optional.empty());
  }

  private Explained asked(JournalEntry entry, InForce then) {
    Explained answer = answer(entry.entry(), then);
    return answer.kind() == VerdictKind.UNTOLD
        ? byTheNext(entry).orElse(answer)
        : answer.adding(words.since(then));
  }

  /// What was put in force in that moment, where that one explains it.
  private Optional<Explained> byTheNext(JournalEntry entry) {
    return next(entry)
        .filter(change ->
            Duration.between(entry.recordedAt(), change.stamp().at()).abs().compareTo(AT_ONCE) < 0)
        .flatMap(change ->
            inForce(new AsOf.Epoch(change.epoch()))
                .map(after -> answer(entry.entry(), after))
                .filter(answer -> answer.kind() != VerdictKind.UNTOLD)
                .map(answer -> answer.adding(words.inThatMoment(change))));
  }

  private Explained answer(NewEntry entry, InForce then) {
    if (then.state() == AutomationState.ARCHIVED) {
      return Explained.unasked(VerdictKind.ARCHIVED, words.archived(then), Optional.of(then));
    }
    if (entry.to().isPresent()) {
      return Explained.workedOut(VerdictKind.UNTOLD, words.untold(), then);
    }
    return switch (Heard.by(then.version(), entry)) {
      case Heard.Met _ -> Explained.workedOut(VerdictKind.UNTOLD, words.untold(), then);
      case Heard.NotMet(List<Unmet> triggers) ->
          Explained.workedOut(VerdictKind.NOT_MET, words.notMet(triggers), then, triggers);
      case Heard.OtherType(String sentence) ->
          Explained.workedOut(VerdictKind.OTHER_TYPE, sentence, then);
    };
  }

  private Optional<Publication> next(JournalEntry entry) {
    return publications.next(tenant, automation.id(), AsOf.matching(entry));
  }

  private Optional<InForce> inForce(AsOf moment) {
    return known.computeIfAbsent(moment, it -> publications.inForce(tenant, automation.id(), it));
  }
}
