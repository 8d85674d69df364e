package dev.pilothouse.triggers;

import dev.pilothouse.chain.Chains;
import dev.pilothouse.chain.Definition;
import dev.pilothouse.chain.DefinitionProblems;
import dev.pilothouse.chain.Scope;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Matching;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The index of what every tenant has published, in memory. The transaction that asks says which
/// index number it sees, so no process ever matches on an old one.
public final class Subscriptions implements Matching {
  private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);

  private final Source source;
  private final Chains chains;
  private final ConcurrentHashMap<TenantId, Compiled> byTenant = new ConcurrentHashMap<>();

  public Subscriptions(Source source, Chains chains) {
    this.source = source;
    this.chains = chains;
  }

  /// Reads all that is published before the first event asks for it: the first expressions that a
  /// process compiles take a third of a second.
  public void read(Map<TenantId, Index> published) {
    published.forEach((tenant, index) ->
        byTenant.merge(
            tenant,
            compiled(index),
            (known, read) -> known.epoch() >= read.epoch() ? known : read));
  }

  @Override
  public List<Match> match(NewEntry entry, long epoch) {
    return epoch == 0 ? List.of() : matches(entry, of(entry.tenant(), epoch));
  }

  private static List<Match> matches(NewEntry entry, Compiled index) {
    Scope scope = Scope.of(entry);
    return index.subscriptions().stream()
        .filter(it -> it.definition().startsOn(scope))
        .map(it -> new Match(it.version(), it.definition().concurrencyKey(scope)))
        .toList();
  }

  /// An index newer than asked for serves as well: whoever published it has committed before.
  private Compiled of(TenantId tenant, long epoch) {
    Compiled known = byTenant.get(tenant);
    return known != null && known.epoch() >= epoch
        ? known
        : byTenant.compute(
            tenant, (_, last) -> last != null && last.epoch() >= epoch ? last : read(tenant));
  }

  private Compiled read(TenantId tenant) {
    return compiled(source.published(tenant));
  }

  private Compiled compiled(Index index) {
    return new Compiled(
        index.epoch(), index.versions().stream().flatMap(this::subscription).toList());
  }

  private Stream<Subscription> subscription(AutomationVersion version) {
    try {
      return Stream.of(new Subscription(version, chains.of(version)));
    } catch (DefinitionProblems newer) {
      LOG.error(
          "The automation {} '{}' cannot be read by this version and starts nothing here: {}",
          version.automation(),
          version.name(),
          newer.getMessage());
      return Stream.empty();
    }
  }

  private record Subscription(AutomationVersion version, Definition definition) {}

  private record Compiled(long epoch, List<Subscription> subscriptions) {}
}
