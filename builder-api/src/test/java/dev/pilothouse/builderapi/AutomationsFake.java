package dev.pilothouse.builderapi;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationState;
import dev.pilothouse.model.Draft;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.NumberedVersion;
import dev.pilothouse.model.Stamp;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.spi.Automations;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Automations in memory. Names follow the first draft alone.
final class AutomationsFake implements Automations {
  private final Map<AutomationId, Drafted> byId = new ConcurrentHashMap<>();
  private final Map<AutomationId, List<Version>> versions = new ConcurrentHashMap<>();

  @Override
  public synchronized Optional<AutomationId> create(
      TenantId tenant, String name, Draft draft, String actor) {
    if (byId.values().stream().anyMatch(it -> it.automation().name().equals(name))) {
      return Optional.empty();
    }
    AutomationId id = AutomationId.next();
    byId.put(
        id,
        new Drafted(
            new Automation(
                id,
                name,
                "",
                "",
                AutomationState.DRAFT,
                Optional.empty(),
                true,
                now(actor),
                now(actor)),
            draft,
            now(actor)));
    return Optional.of(id);
  }

  @Override
  public Optional<Drafted> find(TenantId tenant, AutomationId id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public Optional<AutomationId> named(TenantId tenant, String name) {
    return byId.values().stream()
        .map(Drafted::automation)
        .filter(it -> it.name().equals(name) && it.state() != AutomationState.ARCHIVED)
        .map(Automation::id)
        .findFirst();
  }

  @Override
  public List<Automation> page(
      TenantId tenant, Filter filter, Optional<AutomationId> after, int limit) {
    String last = after.map(id -> known(id).automation().name()).orElse("");
    return byId.values().stream()
        .map(Drafted::automation)
        .filter(it -> filter.states().contains(it.state()))
        .filter(of(filter.owner(), it -> it.owner().equals(filter.owner())))
        .filter(of(filter.area(), it -> it.area().equals(filter.area())))
        .filter(of(filter.text(), it -> lower(it.name()).contains(lower(filter.text()))))
        .filter(it -> it.name().compareTo(last) > 0)
        .sorted(Comparator.comparing(Automation::name))
        .limit(limit)
        .toList();
  }

  /// By the words of the newest version, or of the draft.
  @Override
  public Listeners listening(
      TenantId tenant, JournalEntry event, Optional<AutomationId> after, int look) {
    String type = "\"" + event.entry().event().type() + "\"";
    return new Listeners(
        byId.values().stream()
            .filter(it -> it.draft().definition().text().contains(type))
            .map(Drafted::automation)
            .filter(
                it -> after.isEmpty() || it.id().toString().compareTo(after.get().toString()) > 0)
            .sorted(Comparator.comparing(it -> it.id().toString()))
            .toList(),
        byId.size(),
        Optional.empty());
  }

  @Override
  public synchronized Saved save(
      TenantId tenant, AutomationId id, String seen, Draft draft, String actor) {
    Drafted now = byId.get(id);
    if (now == null) {
      return new Saved.NoSuch();
    }
    if (now.automation().state() == AutomationState.ARCHIVED) {
      return new Saved.Archived(now);
    }
    if (!now.draft().tag().equals(seen)) {
      return new Saved.Stale(now);
    }
    byId.put(id, new Drafted(now.automation(), draft, now(actor)));
    return new Saved.Done(changed(id, actor, it -> it));
  }

  @Override
  public List<VersionRow> versions(
      TenantId tenant, AutomationId id, Optional<Integer> before, int limit) {
    return versionsOf(id)
        .filter(it -> it.id().number() < before.orElse(Integer.MAX_VALUE))
        .sorted(Comparator.comparingInt((Version it) -> it.id().number()).reversed())
        .limit(limit)
        .map(it -> new VersionRow(it.id(), it.note(), it.published(), it.inForce()))
        .toList();
  }

  @Override
  public Optional<Version> version(TenantId tenant, AutomationId id, int number) {
    return versionsOf(id).filter(it -> it.id().number() == number).findFirst();
  }

  @Override
  public Optional<Version> version(TenantId tenant, AutomationId id, VersionId hash) {
    return versionsOf(id).filter(it -> it.id().hash().equals(hash)).findFirst();
  }

  synchronized NumberedVersion keep(AutomationId id, Draft draft, String note, String actor) {
    List<Version> all = versions.computeIfAbsent(id, _ -> new ArrayList<>());
    VersionId hash = VersionId.of(draft.definition());
    return all.stream()
        .map(Version::id)
        .filter(it -> it.hash().equals(hash))
        .findFirst()
        .orElseGet(() -> {
          NumberedVersion next = new NumberedVersion(hash, all.size() + 1);
          all.add(new Version(next, draft, note, now(actor), false));
          return next;
        });
  }

  synchronized void stand(
      AutomationId id, String actor, AutomationState state, Optional<NumberedVersion> version) {
    var _ =
        changed(
            id,
            actor,
            it ->
                new Automation(
                    id,
                    it.name(),
                    it.owner(),
                    it.area(),
                    state,
                    version,
                    it.unpublished(),
                    it.created(),
                    it.changed()));
  }

  private Drafted changed(AutomationId id, String actor, UnaryOperator<Automation> change) {
    Drafted last = known(id);
    Automation it = change.apply(last.automation());
    boolean unpublished =
        it.published()
            .filter(version -> version.hash().equals(VersionId.of(last.draft().definition())))
            .isEmpty();
    Automation next =
        new Automation(
            id,
            it.name(),
            it.owner(),
            it.area(),
            it.state(),
            it.published(),
            unpublished,
            it.created(),
            now(actor));
    Drafted drafted = new Drafted(next, last.draft(), last.saved());
    byId.put(id, drafted);
    return drafted;
  }

  private Drafted known(AutomationId id) {
    return Objects.requireNonNull(byId.get(id));
  }

  private Stream<Version> versionsOf(AutomationId id) {
    Optional<VersionId> inForce =
        Optional.ofNullable(byId.get(id))
            .flatMap(it -> it.automation().published())
            .map(NumberedVersion::hash);
    return List.copyOf(versions.getOrDefault(id, List.of())).stream()
        .map(it ->
            new Version(
                it.id(),
                it.content(),
                it.note(),
                it.published(),
                inForce.filter(it.id().hash()::equals).isPresent()));
  }

  private static Predicate<Automation> of(String asked, Predicate<Automation> condition) {
    return asked.isEmpty() ? _ -> true : condition;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static Stamp now(String actor) {
    return new Stamp(Instant.now().truncatedTo(ChronoUnit.MICROS), actor, "Who is " + actor);
  }
}
