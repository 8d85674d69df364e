package dev.pilothouse.triggers;

import dev.pilothouse.chain.Chains;
import dev.pilothouse.chain.Definition;
import dev.pilothouse.chain.DefinitionProblems;
import dev.pilothouse.chain.Listening;
import dev.pilothouse.chain.Scope;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.spi.Matching;
import dev.pilothouse.triggers.Published.Known;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What every tenant has published, in memory, found by what it listens to. The transaction that
/// asks says which index number it sees, so no process ever matches on an old one.
///
/// Of all that is published only the triggers are read. A definition as a whole is read here where
/// it asks for terms, and else by whoever walks its first run: a hundred automations that start for
/// the first time would hold up every commit otherwise.
public final class Subscriptions implements Matching {
  private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);

  private final Source source;
  private final Chains chains;
  private final Listening.Reader reader = new Listening.Reader();
  private final ConcurrentHashMap<TenantId, Published> byTenant = new ConcurrentHashMap<>();
  private final Set<VersionId> unreadable = ConcurrentHashMap.newKeySet();

  public Subscriptions(Source source, Chains chains) {
    this.source = source;
    this.chains = chains;
  }

  /// Takes all that is published before the first event asks for it. An event that comes meanwhile
  /// waits for its own tenant's part.
  public void read(Map<TenantId, Index> published) {
    published.forEach((tenant, index) ->
        byTenant.compute(
            tenant,
            (_, last) ->
                last != null && last.epoch() >= index.epoch()
                    ? last
                    : Published.of(index, reader)));
    byTenant.values().forEach(Published::prepare);
  }

  @Override
  public List<Match> match(NewEntry entry, long epoch) {
    return epoch == 0 ? List.of() : matches(entry, of(entry.tenant(), epoch));
  }

  @Override
  public Optional<Terms> terms(AutomationVersion version, NewEntry entry) {
    return definition(version).map(it -> KeysWorkedOut.of(it.admission(), Scope.of(entry)));
  }

  private List<Match> matches(NewEntry entry, Published published) {
    Scope scope = Scope.of(entry);
    return published.meantBy(entry, scope).stream()
        .flatMap(it -> match(it, scope).stream())
        .toList();
  }

  private Optional<Match> match(Known automation, Scope scope) {
    return terms(automation, scope)
        .map(terms -> new Match(automation.version(), automation.paused(), terms));
  }

  private Optional<Terms> terms(Known automation, Scope scope) {
    return automation.listening().free()
        ? Optional.of(Terms.FREE)
        : definition(automation.version()).map(it -> KeysWorkedOut.of(it.admission(), scope));
  }

  /// Empty for what a newer version of this software published, which is told of once.
  private Optional<Definition> definition(AutomationVersion version) {
    if (unreadable.contains(version.version())) {
      return Optional.empty();
    }
    try {
      return Optional.of(chains.of(version));
    } catch (DefinitionProblems newer) {
      unreadable.add(version.version());
      LOG.error(
          "The automation {} '{}' cannot be read by this version and starts nothing here: {}",
          version.automation(),
          version.name(),
          newer.getMessage());
      return Optional.empty();
    }
  }

  /// An index newer than asked for serves as well: whoever published it has committed before. One
  /// thread reads for a tenant; others that ask for the same one wait for it.
  private Published of(TenantId tenant, long epoch) {
    Published known = byTenant.get(tenant);
    return known != null && known.epoch() >= epoch
        ? known
        : byTenant.compute(
            tenant, (_, last) -> last != null && last.epoch() >= epoch ? last : read(tenant, last));
  }

  private Published read(TenantId tenant, @Nullable Published last) {
    return Optional.ofNullable(last)
        .flatMap(older ->
            source.changed(tenant, older.epoch()).map(changes -> older.with(changes, reader)))
        .orElseGet(() -> Published.of(source.published(tenant), reader));
  }
}
