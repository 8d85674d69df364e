package dev.pilothouse.chain;

import static dev.pilothouse.chain.Kind.ANY;
import static dev.pilothouse.chain.Kind.LIST;
import static dev.pilothouse.chain.Kind.PATTERN;
import static dev.pilothouse.chain.Kind.TEXT;
import static dev.pilothouse.chain.Kind.TEXTS;
import static dev.pilothouse.chain.Kind.TRUTH;
import static dev.pilothouse.chain.Kind.WHOLE;

import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/// `text.…`: what is done with words. Letters are those of all scripts; no country's rules apply.
final class TextFunctions {
  private static final int LONGEST_PADDED = 10_000;

  private TextFunctions() {}

  static List<OurFunction> all() {
    return Stream.of(letters(), lengths(), parts(), making(), comparing(), patterns())
        .flatMap(List::stream)
        .toList();
  }

  private static List<OurFunction> letters() {
    return List.of(
        of("text.title", "Begins each word with a capital letter.")
            .shown("text.title('ada LOVELACE')", "\"Ada Lovelace\"")
            .by(given -> Words.title(given.text(0))),
        of("text.capitalise", "Begins with a capital letter and leaves the rest.")
            .shown("text.capitalise('invoice for ACME')", "\"Invoice for ACME\"")
            .by(given -> Words.capitalised(given.text(0))),
        of("text.upper", "In capital letters, of all scripts.")
            .shown("text.upper('Zürich')", "\"ZÜRICH\"")
            .by(given -> given.text(0).toUpperCase(Locale.ROOT)),
        of("text.lower", "In small letters, of all scripts.")
            .shown("text.lower('ZÜRICH')", "\"zürich\"")
            .by(given -> given.text(0).toLowerCase(Locale.ROOT)),
        of(
                "text.slug",
                "For addresses and file names: small letters without accents, digits, and '-' for the rest.")
            .weighing(Weight.WHOLE.times(4))
            .shown("text.slug('Größe & Übersicht, 3. Quartal')", "\"groesse-uebersicht-3-quartal\"")
            .by(given -> Slug.of(given.text(0))),
        of("text.initials", "The first letter of each word.")
            .shown("text.initials('Ada King Lovelace')", "\"AKL\"")
            .by(given -> Words.initials(given.text(0))),
        of("text.digits", "The digits in it, as of a phone number.")
            .shown("text.digits('+49 (30) 123-45')", "\"493012345\"")
            .by(given -> given.text(0).replaceAll("[^0-9]", "")));
  }

  private static List<OurFunction> lengths() {
    return List.of(
        of("text.squeeze", "Without space at its ends, and with single spaces within.")
            .shown("text.squeeze('  Ada \\n  Lovelace ')", "\"Ada Lovelace\"")
            .by(given -> String.join(" ", Words.in(given.text(0)))),
        OurFunction.named("text.truncate")
            .taking("text", TEXT)
            .taking("length", WHOLE)
            .maybe("ending", TEXT)
            .giving(TEXT)
            .does("Cuts what is longer; what it then ends with, '…' if not said, counts.")
            .shown("text.truncate('A rather long subject', 12)", "\"A rather lo…\"")
            .by(given ->
                Words.truncated(
                    given.text(0), given.whole(1, 0, Integer.MAX_VALUE), given.text(2, "…"))),
        padding("text.padStart", "Fills up at the start, with spaces if not said.")
            .shown("text.padStart('42', 5, '0')", "\"00042\"")
            .by(given -> padding(given) + given.text(0)),
        padding("text.padEnd", "Fills up at the end, with spaces if not said.")
            .shown("text.padEnd('42', 5, '.')", "\"42...\"")
            .by(given -> given.text(0) + padding(given)));
  }

  private static FunctionBuilder padding(String name, String does) {
    return OurFunction.named(name)
        .taking("text", TEXT)
        .taking("length", WHOLE)
        .maybe("fill", TEXT)
        .giving(TEXT)
        .does(does);
  }

  private static String padding(Given given) {
    String fill = given.text(2, " ");
    if (Words.length(fill) != 1) {
      throw given.refuse(2, "one character");
    }
    int missing = given.whole(1, 0, LONGEST_PADDED) - Words.length(given.text(0));
    return fill.repeat(Math.max(0, missing));
  }

  private static List<OurFunction> parts() {
    return List.of(
        listing("text.lines", "Its lines.")
            .shown("text.lines('one\\ntwo')", "[\"one\",\"two\"]")
            .by(given -> Lists.of(given, given.text(0).lines())),
        listing("text.words", "What stands between its spaces.")
            .shown("text.words(' Ada  Lovelace ')", "[\"Ada\",\"Lovelace\"]")
            .by(given -> Lists.of(given, Words.in(given.text(0)))),
        seeking(
                "text.before",
                "What stands before the first place of another text; all, where it is not in it.")
            .shown("text.before('ada@example.com', '@')", "\"ada\"")
            .by(given -> Words.before(given.text(0), given.text(1))),
        seeking(
                "text.after",
                "What stands after the first place of another text; nothing, where it is not in it.")
            .shown("text.after('deal/42', '/')", "\"42\"")
            .by(given -> Words.after(given.text(0), given.text(1))),
        of(
                "text.emailDomain",
                "What stands behind the '@' of an address, in small letters; nothing, where there is none.")
            .shown("text.emailDomain('Ada <ada@Example.com>')", "\"example.com\"")
            .by(given -> Words.emailDomain(given.text(0))));
  }

  private static List<OurFunction> making() {
    return List.of(
        OurFunction.named("text.replace")
            .taking("text", TEXT)
            .taking("part", TEXT)
            .taking("by", TEXT)
            .giving(TEXT)
            .does("Puts another text in each place where the part stands.")
            .shown("text.replace('a-b-c', '-', ' ')", "\"a b c\"")
            .by(Texts::replaced),
        OurFunction.named("text.join")
            .taking("list", LIST)
            .maybe("separator", TEXT)
            .giving(TEXT)
            .weighing(Weight.WHOLE)
            .does(
                "All items as one text, with ', ' between them if not said; what is nothing is left out.")
            .shown("text.join(['Ada', null, 42, 1.50])", "\"Ada, 42, 1.5\"")
            .by(given -> Texts.joined(given, given.text(1, ", "))),
        OurFunction.named("text.orDefault")
            .taking("value", ANY)
            .taking("default", TEXT)
            .giving(TEXT)
            .does("The value as text, or the default where it is nothing or blank.")
            .shown("text.orDefault(null, 'unknown')", "\"unknown\"")
            .by(Texts::orDefault));
  }

  private static List<OurFunction> comparing() {
    return List.of(
        of("text.isBlank", "Whether it holds nothing but space.")
            .giving(TRUTH)
            .shown("text.isBlank('  ')", "true")
            .by(given -> given.text(0).isBlank()),
        ignoringCase(
                "text.equalsIgnoringCase",
                "Whether two texts are the same but for capital letters.")
            .shown("text.equalsIgnoringCase('Won', 'WON')", "true")
            .by(given -> compared(given, String::equals)),
        ignoringCase(
                "text.containsIgnoringCase",
                "Whether the other stands in it, capital letters or not.")
            .shown("text.containsIgnoringCase('Re: INVOICE 42', 'invoice')", "true")
            .by(given -> compared(given, Search::isIn)),
        ignoringCase(
                "text.startsWithIgnoringCase",
                "Whether it begins with the other, capital letters or not.")
            .shown("text.startsWithIgnoringCase('RE: hello', 're:')", "true")
            .by(given -> compared(given, String::startsWith)),
        ignoringCase(
                "text.endsWithIgnoringCase",
                "Whether it ends with the other, capital letters or not.")
            .shown("text.endsWithIgnoringCase('Report.PDF', '.pdf')", "true")
            .by(given -> compared(given, String::endsWith)));
  }

  private static List<OurFunction> patterns() {
    return List.of(
        searching(
                "text.find",
                "The first place that fits a pattern (RE2), or its first group; nothing, where none fits.")
            .shown("text.find('Order 2026-117 came', '[0-9]{4}-([0-9]+)')", "\"117\"")
            .by(given -> Patterns.find(given).findFirst().orElse("")),
        searching(
                "text.findAll", "All places that fit a pattern (RE2), or the first group of each.")
            .giving(TEXTS)
            .shown("text.findAll('a1 b22', '[0-9]+')", "[\"1\",\"22\"]")
            .by(given -> Lists.of(given, Patterns.find(given))));
  }

  private static FunctionBuilder of(String name, String does) {
    return OurFunction.named(name)
        .taking("text", TEXT)
        .giving(TEXT)
        .weighing(Weight.WHOLE)
        .does(does);
  }

  private static FunctionBuilder listing(String name, String does) {
    return of(name, does).giving(TEXTS);
  }

  private static FunctionBuilder seeking(String name, String does) {
    return OurFunction.named(name)
        .taking("text", TEXT)
        .taking("part", TEXT)
        .giving(TEXT)
        .does(does);
  }

  private static FunctionBuilder searching(String name, String does) {
    return OurFunction.named(name)
        .taking("text", TEXT)
        .taking("pattern", PATTERN)
        .giving(TEXT)
        .does(does);
  }

  private static FunctionBuilder ignoringCase(String name, String does) {
    return OurFunction.named(name)
        .taking("text", TEXT)
        .taking("other", TEXT)
        .giving(TRUTH)
        .does(does);
  }

  private static boolean compared(Given given, BiPredicate<String, String> comparison) {
    return comparison.test(folded(given.text(0)), folded(given.text(1)));
  }

  /// Up and down again, so that 'ß' and 'SS' are the same.
  private static String folded(String text) {
    return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
