package dev.pilothouse.builderapi;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationState;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NumberedVersion;
import dev.pilothouse.model.Stamp;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.spi.Automations.Drafted;
import dev.pilothouse.spi.Publications;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Puts the automations of [AutomationsFake] in force. Knows no names that are taken.
final class PublicationsFake implements Publications {
  private final AutomationsFake automations;
  private final List<Publication> history = new ArrayList<>();

  /// What happens right before the next publishes, one each.
  final Deque<Runnable> meanwhile = new ArrayDeque<>();

  PublicationsFake(AutomationsFake automations) {
    this.automations = automations;
  }

  @Override
  public Answer publish(Order order, String seen) {
    Optional.ofNullable(meanwhile.poll()).ifPresent(Runnable::run);
    return decided(
        order,
        now -> {
          if (now.automation().state() == AutomationState.ARCHIVED) {
            return new Answer.Refused("It is archived.");
          }
          if (!now.draft().tag().equals(seen)) {
            return new Answer.Stale();
          }
          VersionId hash = VersionId.of(now.draft().definition());
          if (now.automation().published().filter(it -> it.hash().equals(hash)).isPresent()) {
            return new Answer.Unchanged();
          }
          NumberedVersion version =
              automations.keep(order.automation(), now.draft(), order.note(), order.actor());
          return moved(order, Change.PUBLISHED, published(now), Optional.of(version));
        });
  }

  @Override
  public Answer rollBack(Order order, VersionId to) {
    return decided(
        order,
        now ->
            moved(
                order,
                Change.ROLLED_BACK,
                published(now),
                automations
                    .version(order.tenant(), order.automation(), to)
                    .map(version -> version.id())));
  }

  @Override
  public Answer pause(Order order) {
    return move(order, Change.PAUSED, AutomationState.PUBLISHED, AutomationState.PAUSED);
  }

  @Override
  public Answer resume(Order order) {
    return move(order, Change.RESUMED, AutomationState.PAUSED, AutomationState.PUBLISHED);
  }

  @Override
  public Answer archive(Order order) {
    return decided(
        order,
        now ->
            moved(order, Change.ARCHIVED, AutomationState.ARCHIVED, now.automation().published()));
  }

  @Override
  public Answer restore(Order order) {
    return move(order, Change.RESTORED, AutomationState.ARCHIVED, AutomationState.PAUSED);
  }

  @Override
  public List<Publication> history(
      TenantId tenant, AutomationId automation, Optional<Long> before, int limit) {
    return history.reversed().stream()
        .filter(it -> it.automation().equals(automation))
        .filter(it -> it.epoch() < before.orElse(Long.MAX_VALUE))
        .limit(limit)
        .toList();
  }

  @Override
  public List<InForce> inForce(
      TenantId tenant, AsOf moment, Optional<AutomationId> after, int limit) {
    return List.of();
  }

  @Override
  public Optional<InForce> inForce(TenantId tenant, AutomationId automation, AsOf moment) {
    return of(automation)
        .filter(it -> isBy(it, moment))
        .reduce((_, later) -> later)
        .filter(it -> it.version().isPresent())
        .map(last -> inForce(tenant, last));
  }

  private InForce inForce(TenantId tenant, Publication last) {
    VersionId hash = last.version().orElseThrow().hash();
    Json definition =
        automations.version(tenant, last.automation(), hash).orElseThrow().content().definition();
    return new InForce(
        new AutomationVersion(last.automation(), hash, "Fake", definition), last.state(), last);
  }

  @Override
  public Optional<Publication> next(TenantId tenant, AutomationId automation, AsOf moment) {
    return of(automation).filter(it -> it.version().isPresent() && !isBy(it, moment)).findFirst();
  }

  private Stream<Publication> of(AutomationId automation) {
    return history.stream().filter(it -> it.automation().equals(automation));
  }

  private static boolean isBy(Publication publication, AsOf moment) {
    return switch (moment) {
      case AsOf.Epoch(long number) -> publication.epoch() <= number;
      case AsOf.Time(Instant time) -> !publication.stamp().at().isAfter(time);
    };
  }

  private Answer move(Order order, Change change, AutomationState from, AutomationState to) {
    return decided(
        order,
        now ->
            now.automation().state() == from
                ? moved(order, change, to, now.automation().published())
                : new Answer.Refused("It is '" + now.automation().state().text() + "'."));
  }

  private Answer decided(Order order, Function<Drafted, Answer> rule) {
    return automations
        .find(order.tenant(), order.automation())
        .map(rule)
        .orElse(new Answer.NoSuch());
  }

  private Answer moved(
      Order order, Change change, AutomationState to, Optional<NumberedVersion> version) {
    automations.stand(order.automation(), order.actor(), to, version);
    Publication done =
        new Publication(
            order.automation(),
            change,
            to,
            version,
            history.size() + 1,
            new Stamp(Instant.now(), order.actor(), "Who is " + order.actor()),
            order.note());
    history.add(done);
    return new Answer.Done(done);
  }

  private static AutomationState published(Drafted now) {
    return now.automation().state() == AutomationState.PAUSED
        ? AutomationState.PAUSED
        : AutomationState.PUBLISHED;
  }
}
