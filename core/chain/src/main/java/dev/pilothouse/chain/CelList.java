package dev.pilothouse.chain;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.CelValue;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/// A list that CEL takes as it is. Any other it walks through to the innermost item each time one
/// is read, to see whether something is left to convert: a loop over 100,000 rows that compares
/// each with a field of the same event would do that 100,000 times.
///
/// CEL asks no one to extend its class for values; it is the one mark it leaves alone.
@SuppressWarnings("Immutable") // unmodifiable, and so is what it holds
final class CelList extends CelValue implements List<Object>, RandomAccess {
  private static final CelType TYPE = ListType.create(SimpleType.DYN);

  private final List<Object> items;
  private Extent extent = Extent.UNKNOWN;

  /// @param items are kept, not copied: whoever made them lets go of them
  CelList(List<Object> items) {
    this.items = Collections.unmodifiableList(items);
  }

  Extent extent() {
    // Two threads may both count: they find the same.
    Extent known = extent;
    if (known.isUnknown()) {
      known = Extent.ofAll(items);
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
    return items.isEmpty();
  }

  @Override
  public CelType celType() {
    return TYPE;
  }

  @Override
  public int size() {
    return items.size();
  }

  @Override
  public boolean isEmpty() {
    return items.isEmpty();
  }

  @Override
  public boolean contains(@Nullable Object item) {
    return items.contains(item);
  }

  @Override
  public Iterator<Object> iterator() {
    return items.iterator();
  }

  @Override
  public Object[] toArray() {
    return items.toArray();
  }

  @Override
  public <T> T[] toArray(T[] array) {
    return items.toArray(array);
  }

  @Override
  public boolean add(Object item) {
    return items.add(item);
  }

  @Override
  public boolean remove(@Nullable Object item) {
    return items.remove(item);
  }

  @Override
  public boolean containsAll(Collection<?> others) {
    return items.containsAll(others);
  }

  @Override
  public boolean addAll(Collection<? extends Object> others) {
    return items.addAll(others);
  }

  @Override
  public boolean addAll(int at, Collection<? extends Object> others) {
    return items.addAll(at, others);
  }

  @Override
  public boolean removeAll(Collection<?> others) {
    return items.removeAll(others);
  }

  @Override
  public boolean retainAll(Collection<?> others) {
    return items.retainAll(others);
  }

  @Override
  public void clear() {
    items.clear();
  }

  @Override
  public Object get(int at) {
    return items.get(at);
  }

  @Override
  public Object set(int at, Object item) {
    return items.set(at, item);
  }

  @Override
  public void add(int at, Object item) {
    items.add(at, item);
  }

  @Override
  public Object remove(int at) {
    return items.remove(at);
  }

  @Override
  public int indexOf(@Nullable Object item) {
    return items.indexOf(item);
  }

  @Override
  public int lastIndexOf(@Nullable Object item) {
    return items.lastIndexOf(item);
  }

  @Override
  public ListIterator<Object> listIterator() {
    return items.listIterator();
  }

  @Override
  public ListIterator<Object> listIterator(int at) {
    return items.listIterator(at);
  }

  @Override
  public List<Object> subList(int from, int to) {
    return items.subList(from, to);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return items.equals(other);
  }

  @Override
  public int hashCode() {
    return items.hashCode();
  }

  /// Short: CEL writes values into its complaints, and a loop may pass over many of them.
  @Override
  public String toString() {
    return "a list of " + items.size() + " items";
  }
}
