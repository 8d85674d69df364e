package dev.pilothouse.chain;

import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.CelValue;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An object that CEL takes as it is; see [CelList] for why.
@SuppressWarnings("Immutable") // unmodifiable, and so is what it holds
final class CelMap extends CelValue implements Map<String, Object> {
  private static final CelType TYPE = MapType.create(SimpleType.DYN, SimpleType.DYN);

  private final Map<String, Object> fields;
  private Extent extent = Extent.UNKNOWN;

  /// @param fields are kept, not copied: whoever made them lets go of them
  CelMap(Map<String, ? extends Object> fields) {
    this.fields = Collections.unmodifiableMap(fields);
  }

  /// In this order.
  static CelMap of(String firstKey, Object first, String secondKey, Object second) {
    Map<String, Object> fields = LinkedHashMap.newLinkedHashMap(2);
    fields.put(firstKey, first);
    fields.put(secondKey, second);
    return new CelMap(fields);
  }

  Extent extent() {
    // Two threads may both count: they find the same.
    Extent known = extent;
    if (known.isUnknown()) {
      known = Extent.of(fields);
      extent = known;
    }
    return known;
  }

  @Override
  public Object value() {
    return this;
  }

  @Override
  public boolean isZeroValue() {
    return fields.isEmpty();
  }

  @Override
  public CelType celType() {
    return TYPE;
  }

  @Override
  public int size() {
    return fields.size();
  }

  @Override
  public boolean isEmpty() {
    return fields.isEmpty();
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return fields.containsKey(key);
  }

  @Override
  public boolean containsValue(@Nullable Object value) {
    return fields.containsValue(value);
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    return fields.get(key);
  }

  @Override
  public @Nullable Object put(String key, Object value) {
    return fields.put(key, value);
  }

  @Override
  public @Nullable Object remove(@Nullable Object key) {
    return fields.remove(key);
  }

  @Override
  public void putAll(Map<? extends String, ? extends Object> others) {
    fields.putAll(others);
  }

  @Override
  public void clear() {
    fields.clear();
  }

  @Override
  public Set<String> keySet() {
    return fields.keySet();
  }

  @Override
  public Collection<Object> values() {
    return fields.values();
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return fields.entrySet();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return fields.equals(other);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  /// Short: CEL writes values into its complaints, and a loop may pass over many of them.
  @Override
  public String toString() {
    return "an object of " + fields.size() + " fields";
  }
}
