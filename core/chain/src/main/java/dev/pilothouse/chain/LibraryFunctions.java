package dev.pilothouse.chain;

import static dev.pilothouse.chain.Kind.ANY;
import static dev.pilothouse.chain.Kind.LIST;
import static dev.pilothouse.chain.Kind.LISTS;
import static dev.pilothouse.chain.Kind.TEXT;
import static dev.pilothouse.chain.Kind.TEXTS;
import static dev.pilothouse.chain.Kind.TEXT_OR_LIST;
import static dev.pilothouse.chain.Kind.TRUTH;
import static dev.pilothouse.chain.Kind.VALUES;
import static dev.pilothouse.chain.Kind.WHOLE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Functions that CEL's libraries have by the same names, for those who know CEL. Written again,
/// since one call of the library's may fill the memory (`replace`, `join`, `flatten`, `split`),
/// take the square of its time (`sets`, `indexOf`), or does not work on what comes from an event
/// (`reverse`).
final class LibraryFunctions {
  private static final int DEEPEST = 100;

  private LibraryFunctions() {}

  static List<OurFunction> all() {
    return Stream.of(texts(), places(), lists(), sets()).flatMap(List::stream).toList();
  }

  private static List<OurFunction> texts() {
    return List.of(
        OurFunction.calledOn("join")
            .taking("list", LIST)
            .maybe("separator", TEXT)
            .giving(TEXT)
            .weighing(Weight.WHOLE)
            .does("All items as one text, with the separator between them.")
            .shown("['a', 'b'].join('-')", "\"a-b\"")
            .by(given -> Texts.joined(given, given.text(1, ""))),
        OurFunction.calledOn("split")
            .taking("text", TEXT)
            .taking("separator", TEXT)
            .maybe("most", WHOLE)
            .giving(TEXTS)
            .weighing(Weight.WHOLE)
            .does("What stands between the separators, in at most so many parts.")
            .shown("'deal/42'.split('/')", "[\"deal\",\"42\"]")
            .by(given -> Lists.of(given, Texts.split(given))),
        OurFunction.calledOn("replace")
            .taking("text", TEXT)
            .taking("part", TEXT)
            .taking("by", TEXT)
            .maybe("most", WHOLE)
            .giving(TEXT)
            .does("Puts another text in the places where the part stands, in at most so many.")
            .shown("'a-b-c'.replace('-', ' ', 1)", "\"a b-c\"")
            .by(given -> Texts.replaced(given, given.whole(3, -1, Integer.MAX_VALUE, -1))),
        OurFunction.calledOn("reverse")
            .taking("value", TEXT_OR_LIST)
            .giving(ANY)
            .weighing(Weight.WHOLE)
            .does("A text or a list from its end to its beginning.")
            .shown("[1, 2, 3].reverse()", "[3,2,1]")
            .by(LibraryFunctions::reversed));
  }

  private static List<OurFunction> places() {
    return List.of(
        place(
                "indexOf",
                "The first place of the part, in the text or from a place on; -1, where it is not in it.")
            .shown("'a/b/c'.indexOf('/')", "1")
            .by(given -> Texts.placeOf(given, false)),
        place(
                "lastIndexOf",
                "The last place of the part, in the text or up to a place; -1, where it is not in it.")
            .shown("'a/b/c'.lastIndexOf('/')", "3")
            .by(given -> Texts.placeOf(given, true)));
  }

  private static FunctionBuilder place(String name, String does) {
    return OurFunction.calledOn(name)
        .taking("text", TEXT)
        .taking("part", TEXT)
        .maybe("from", WHOLE)
        .giving(WHOLE)
        .does(does);
  }

  private static List<OurFunction> lists() {
    return List.of(
        OurFunction.calledOn("slice")
            .taking("list", LIST)
            .taking("from", WHOLE)
            .taking("to", WHOLE)
            .giving(LIST)
            .does("The items from one place to before another; the first place is 0.")
            .shown("[1, 2, 3].slice(0, 2)", "[1,2]")
            .by(LibraryFunctions::slice),
        OurFunction.calledOn("flatten")
            .taking("list", LISTS)
            .maybe("levels", WHOLE)
            .giving(LIST)
            .does(
                "The items of its lists, one list after the other; so many lists deep, one if not said.")
            .shown("[[1, [2]], [3]].flatten(2)", "[1,2,3]")
            .by(given -> Flat.of(given, given.whole(1, 0, DEEPEST, 1))),
        OurFunction.calledOn("distinct")
            .taking("list", LIST)
            .giving(LIST)
            .weighing(Weight.WHOLE)
            .does("The first of all items that are the same.")
            .shown("[1, 2, 1].distinct()", "[1,2]")
            .by(given -> ListFunctions.unique(given.list(0), Function.identity())),
        OurFunction.calledOn("sort")
            .taking("list", LIST)
            .giving(LIST)
            .weighing(ListFunctions.SORTED)
            .does("From the smallest item to the largest.")
            .shown("[3, 1, 2].sort()", "[1,2,3]")
            .by(given -> ListFunctions.sorted(given, new Order(given))));
  }

  private static List<OurFunction> sets() {
    return List.of(
        set("sets.contains", "Whether all items of the second list are in the first.")
            .shown("sets.contains([1, 2], [2])", "true")
            .by(given -> Canonical.all(given.list(0)).containsAll(Canonical.all(given.list(1)))),
        set("sets.intersects", "Whether some item is in both lists.")
            .shown("sets.intersects([1, 2], [2, 3])", "true")
            .by(given -> !common(given).isEmpty()),
        set("sets.equivalent", "Whether each item of one list is in the other, too.")
            .shown("sets.equivalent([1, 2, 2], [2, 1])", "true")
            .by(given -> Canonical.all(given.list(0)).equals(Canonical.all(given.list(1)))));
  }

  private static FunctionBuilder set(String name, String does) {
    return OurFunction.named(name)
        .taking("list", VALUES)
        .taking("other", VALUES)
        .giving(TRUTH)
        .weighing(Weight.WHOLE)
        .does(does);
  }

  private static Set<String> common(Given given) {
    Set<String> common = new HashSet<>(Canonical.all(given.list(0)));
    common.retainAll(Canonical.all(given.list(1)));
    return common;
  }

  private static Object reversed(Given given) {
    return given.any(0) instanceof String text
        ? new StringBuilder(text).reverse().toString()
        : ListFunctions.reversed(given.list(0));
  }

  private static Object slice(Given given) {
    List<Object> items = given.list(0);
    int to = given.whole(2, 0, items.size());
    return new CelList(new ArrayList<>(items.subList(given.whole(1, 0, to), to)));
  }

  /// What the loop `sortBy` calls; no author can.
  static OurFunction sortPairs() {
    return OurFunction.named(ListFunctions.SORT_PAIRS)
        .taking("pairs", LISTS)
        .giving(LIST)
        .weighing(ListFunctions.SORTED)
        .by(given ->
            Lists.some(
                given.list(0).stream()
                    .sorted(Comparator.comparing(pair -> part(pair, 0), new Order(given)))
                    .map(pair -> part(pair, 1))));
  }

  private static Object part(Object pair, int at) {
    return ((List<?>) pair).get(at);
  }
}
