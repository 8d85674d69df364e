package dev.pilothouse.chain;

import static dev.pilothouse.chain.Kind.ITEM;
import static dev.pilothouse.chain.Kind.LIST;
import static dev.pilothouse.chain.Kind.LISTS;
import static dev.pilothouse.chain.Kind.NUMBER;
import static dev.pilothouse.chain.Kind.PATH;
import static dev.pilothouse.chain.Kind.WHOLE;

import dev.cel.common.values.NullValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// `list.…`: each goes through a list once, or sorts it once. Where they take a path, they work on
/// what stands there in each item: `list.sum(orders, 'total')`.
final class ListFunctions {
  static final String SORT_BY = "sortBy";
  static final String SORT_PAIRS = "@sortPairs";

  static final Weight SORTED = Weight.COMPARED.times(16);
  private static final String ORDERS = "[{'id': 'a', 'total': 20}, {'id': 'b', 'total': 5}]";

  private ListFunctions() {}

  static List<OurFunction> all() {
    return Stream.of(numbers(), pieces(), orders(), groups(), sets())
        .flatMap(List::stream)
        .toList();
  }

  private static List<OurFunction> numbers() {
    return List.of(
        numbers(
                "list.sum",
                "The sum of its numbers, or of those at the path; nothing counts as none.")
            .shown("list.sum([0.1, 0.2, 3])", "3.3")
            .by(given -> Numbers.plain(sum(given))),
        numbers("list.average", "The average of its numbers, or of those at the path.")
            .shown("list.average(" + ORDERS + ", 'total')", "12.5")
            .by(ListFunctions::average),
        numbers("list.min", "The smallest of its numbers, or of those at the path.")
            .shown("list.min([3, 1.5, 2])", "1.5")
            .by(given -> extreme(given, BinaryOperator.minBy(new Order(given)))),
        numbers("list.max", "The largest of its numbers, or of those at the path.")
            .shown("list.max(" + ORDERS + ", 'total')", "20")
            .by(given -> extreme(given, BinaryOperator.maxBy(new Order(given)))));
  }

  private static FunctionBuilder numbers(String name, String does) {
    return OurFunction.named(name)
        .taking("list", LIST)
        .maybe("path", PATH)
        .giving(NUMBER)
        .weighing(Weight.ONCE.times(2))
        .does(does);
  }

  private static List<OurFunction> pieces() {
    return List.of(
        item("list.first", "Its first item, or the default where it is empty.")
            .shown("list.first(['a', 'b'])", "\"a\"")
            .by(given -> item(given, 0)),
        item("list.last", "Its last item, or the default where it is empty.")
            .shown("list.last([], 'none')", "\"none\"")
            .by(given -> item(given, given.list(0).size() - 1)),
        counting("list.take", "Its first items, at most so many.")
            .shown("list.take([1, 2, 3], 2)", "[1,2]")
            .by(given -> Lists.some(given.list(0).stream().limit(count(given)))),
        counting("list.skip", "All but its first items.")
            .shown("list.skip([1, 2, 3], 2)", "[3]")
            .by(given -> Lists.some(given.list(0).stream().skip(count(given)))),
        counting("list.chunk", "Lists of so many items each; the last one may be shorter.")
            .giving(LISTS)
            .shown("list.chunk([1, 2, 3], 2)", "[[1,2],[3]]")
            .by(ListFunctions::chunks),
        OurFunction.named("list.flatten")
            .taking("list", LISTS)
            .giving(LIST)
            .does("The items of its lists, one list after the other.")
            .shown("list.flatten([[1, 2], [3]])", "[1,2,3]")
            .by(given -> Flat.of(given, 1)),
        OurFunction.named("list.range")
            .taking("first", WHOLE)
            .taking("last", WHOLE)
            .giving(Kind.WHOLES)
            .does("The whole numbers from the first to the last, 100,000 of them at most.")
            .shown("list.range(1, 4)", "[1,2,3,4]")
            .by(given ->
                Lists.of(given, LongStream.rangeClosed(given.whole(0), given.whole(1)).boxed())));
  }

  private static FunctionBuilder item(String name, String does) {
    return OurFunction.named(name)
        .taking("list", LIST)
        .maybe("default", ITEM)
        .giving(ITEM)
        .weighing(Weight.NOTHING)
        .does(does);
  }

  private static FunctionBuilder counting(String name, String does) {
    return OurFunction.named(name)
        .taking("list", LIST)
        .taking("count", WHOLE)
        .giving(LIST)
        .does(does);
  }

  private static List<OurFunction> orders() {
    return List.of(
        OurFunction.named("list.sort")
            .taking("list", LIST)
            .maybe("path", PATH)
            .giving(LIST)
            .weighing(SORTED)
            .does(
                "From the smallest to the largest, or by what stands at the path; what is nothing comes last.")
            .shown(
                "list.sort(" + ORDERS + ", 'total')",
                "[{\"id\":\"b\",\"total\":5},{\"id\":\"a\",\"total\":20}]")
            .by(given -> sorted(given, Comparator.comparing(at(given, 1), new Order(given)))),
        OurFunction.named("list.reverse")
            .taking("list", LIST)
            .giving(LIST)
            .does("From the last item to the first.")
            .shown("list.reverse([1, 2, 3])", "[3,2,1]")
            .by(given -> reversed(given.list(0))),
        OurFunction.named("list.unique")
            .taking("list", LIST)
            .maybe("path", PATH)
            .giving(LIST)
            .weighing(Weight.WHOLE)
            .does("The first of all items that are the same, or that have the same at the path.")
            .shown("list.unique([1, 1.0, 'a', 'a'])", "[1,\"a\"]")
            .by(given -> unique(given.list(0), at(given, 1))));
  }

  private static List<OurFunction> groups() {
    return List.of(
        OurFunction.named("list.groupBy")
            .taking("list", LIST)
            .taking("path", PATH)
            .giving(Kind.LISTS_BY_KEY)
            .weighing(Weight.ONCE.times(2))
            .does("An object with a list for each text or number that stands at the path.")
            .shown(
                "list.groupBy([{'to': 'a', 'n': 1}, {'to': 'a', 'n': 2}], 'to')",
                "{\"a\":[{\"to\":\"a\",\"n\":1},{\"to\":\"a\",\"n\":2}]}")
            .by(ListFunctions::groups),
        OurFunction.named("list.indexBy")
            .taking("list", LIST)
            .taking("path", PATH)
            .giving(Kind.BY_KEY)
            .weighing(Weight.ONCE.times(2))
            .does("An object with the last item for each text or number that stands at the path.")
            .shown("list.indexBy([{'id': 'a', 'n': 1}], 'id')", "{\"a\":{\"id\":\"a\",\"n\":1}}")
            .by(ListFunctions::index));
  }

  private static List<OurFunction> sets() {
    return List.of(
        two("list.common", "The items of the first list that are in the second, too.")
            .shown("list.common(['a', 'b'], ['b', 'c'])", "[\"b\"]")
            .by(given -> chosen(given, true)),
        two("list.without", "The items of the first list that are not in the second.")
            .shown("list.without(['a', 'b'], ['b', 'c'])", "[\"a\"]")
            .by(given -> chosen(given, false)));
  }

  private static FunctionBuilder two(String name, String does) {
    return OurFunction.named(name)
        .taking("list", LIST)
        .taking("other", Kind.VALUES)
        .giving(LIST)
        .weighing(Weight.WHOLE)
        .does(does);
  }

  /// What stands at the path that is given there; without one, the item itself.
  private static Function<Object, Object> at(Given given, int path) {
    if (!given.has(path)) {
      return Function.identity();
    }
    FieldPath there = FieldPath.of(given, path);
    return item -> there.in(item).orElse(NullValue.NULL_VALUE);
  }

  private static Stream<Object> values(Given given) {
    return given.list(0).stream().map(at(given, 1)).filter(value -> !(value instanceof NullValue));
  }

  private static BigDecimal number(Given given, Object value) {
    return Decimals.of(value)
        .orElseThrow(() -> given.refuse("it expected numbers, but found " + Kind.shown(value)));
  }

  private static BigDecimal sum(Given given) {
    return values(given)
        .map(value -> number(given, value))
        .reduce(BigDecimal.ZERO, (sum, more) -> sum.add(more, MathContext.DECIMAL128));
  }

  private static Object average(Given given) {
    long count = values(given).count();
    if (count == 0) {
      throw given.refuse("there are no numbers");
    }
    return sum(given).divide(BigDecimal.valueOf(count), MathContext.DECIMAL128).doubleValue();
  }

  private static Object extreme(Given given, BinaryOperator<Object> choice) {
    return values(given)
        .peek(value -> number(given, value))
        .reduce(choice)
        .orElseThrow(() -> given.refuse("there are no numbers"));
  }

  private static Object item(Given given, int at) {
    List<Object> items = given.list(0);
    if (items.isEmpty() && given.has(1)) {
      return given.any(1);
    }
    if (items.isEmpty()) {
      throw given.refuse("the list is empty; give a default as its second value");
    }
    return items.get(at);
  }

  private static int count(Given given) {
    return given.whole(1, 0, Integer.MAX_VALUE);
  }

  private static CelList chunks(Given given) {
    List<Object> items = given.list(0);
    int size = given.whole(1, 1, Integer.MAX_VALUE);
    int chunks = (int) Math.ceilDiv((long) items.size(), size);
    return Lists.some(
        IntStream.range(0, chunks)
            .mapToObj(chunk ->
                new CelList(
                    List.copyOf(
                        items.subList(
                            chunk * size, (int) Math.min(items.size(), (chunk + 1L) * size))))));
  }

  static CelList sorted(Given given, Comparator<Object> order) {
    return Lists.some(given.list(0).stream().sorted(order));
  }

  static CelList reversed(List<Object> items) {
    List<Object> reversed = new ArrayList<>(items);
    Collections.reverse(reversed);
    return new CelList(reversed);
  }

  static CelList unique(List<Object> items, Function<Object, Object> at) {
    Set<String> seen = new HashSet<>();
    return Lists.some(items.stream().filter(item -> seen.add(Canonical.of(at.apply(item)))));
  }

  private static CelMap groups(Given given) {
    Function<Object, String> key = key(given);
    Map<String, List<Object>> groups = new LinkedHashMap<>();
    given
        .list(0)
        .forEach(item -> groups.computeIfAbsent(key.apply(item), _ -> new ArrayList<>()).add(item));
    Map<String, Object> adapted = new LinkedHashMap<>();
    groups.forEach((name, items) -> adapted.put(name, new CelList(items)));
    return new CelMap(adapted);
  }

  private static CelMap index(Given given) {
    Function<Object, String> key = key(given);
    Map<String, Object> index = new LinkedHashMap<>();
    given.list(0).forEach(item -> index.put(key.apply(item), item));
    return new CelMap(index);
  }

  private static Function<Object, String> key(Given given) {
    return at(given, 1).andThen(key -> Texts.inSentence(given, key));
  }

  private static CelList chosen(Given given, boolean inBoth) {
    Set<String> others = Canonical.all(given.list(1));
    return Lists.some(
        given.list(0).stream().filter(item -> others.contains(Canonical.of(item)) == inBoth));
  }
}
