package dev.pilothouse.chain;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Names of one place over those of the places around it, as expressions see them. A value is made
/// when it is read, since most never are.
final class Layered extends AbstractMap<String, Object> {
  private final Optional<Layered> around;
  private final Map<String, Supplier<Object>> own = new LinkedHashMap<>();

  private Layered(Optional<Layered> around) {
    this.around = around;
  }

  static Layered bottom() {
    return new Layered(Optional.empty());
  }

  Layered above() {
    return new Layered(Optional.of(this));
  }

  void add(String name, Supplier<Object> value) {
    own.put(name, value);
  }

  /// From here on the names of the other one, without those around it, are names of this one too.
  void join(Layered other) {
    own.putAll(other.own);
  }

  private Optional<Supplier<Object>> find(Object name) {
    Supplier<Object> here = own.get(name);
    return here == null ? around.flatMap(outer -> outer.find(name)) : Optional.of(here);
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    return name == null ? null : find(name).map(Supplier::get).orElse(null);
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return name != null && find(name).isPresent();
  }

  @Override
  public int size() {
    return names().size();
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    Set<Entry<String, Object>> entries = new LinkedHashSet<>();
    for (String name : names()) {
      find(name).ifPresent(value -> entries.add(Map.entry(name, value.get())));
    }
    return entries;
  }

  private Set<String> names() {
    Set<String> names = around.map(Layered::names).orElseGet(LinkedHashSet::new);
    names.addAll(own.keySet());
    return names;
  }
}
