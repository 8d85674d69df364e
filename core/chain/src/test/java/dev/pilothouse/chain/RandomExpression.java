package dev.pilothouse.chain;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// An expression that is mostly right: every function is called with values of about the kind it
/// takes.
final class RandomExpression {
  private static final int DEEPEST = 5;
  private static final List<String> OPERATORS =
      List.of("+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "&&", "||", "in");
  private static final List<String> LOOPS =
      List.of("map", "filter", "all", "exists", "exists_one", "sortBy");
  private static final List<String> OF_EVENT =
      List.of(
          "event.data.a",
          "event.data.b",
          "event.data.rows",
          "event.data.text",
          "event.data.n",
          "event.data.none",
          "event.data.rows[0].a",
          "event.data.?a.orValue(1)",
          "event.data",
          "event.time",
          "event.subject",
          "event.before",
          "event.data.rows[1]",
          "event");
  private static final List<String> TEXTS =
      List.of(
          "''",
          "'a'",
          "'Ada Lovelace'",
          "'a,b;c'",
          "'ß🙂\\u0301'",
          "'2026-11-20T10:00:00Z'",
          "'2026-11-20'",
          "'0012.50'",
          "'{\"a\": [1]}'",
          "'%zz'",
          "'(a+)+$'",
          "'x' + event.subject");
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "-1",
          "7",
          "1.5",
          "-0.0",
          "1e308",
          "9223372036854775807",
          "-9223372036854775808",
          "100000",
          "0.1",
          "3u",
          "double('NaN')",
          "1.0 / 0.0");

  private final Choices choices;
  private final List<OurFunction> functions = Functions.ours();
  private final List<ExpressionFunction> ofCel = CelFunctions.all();
  private int depth;

  RandomExpression(Choices choices) {
    this.choices = choices;
  }

  String any() {
    if (depth >= DEEPEST) {
      return choices.of(OF_EVENT);
    }
    depth++;
    String made = made();
    depth--;
    return made;
  }

  private String made() {
    return switch (choices.below(12)) {
      case 0 -> choices.of(OF_EVENT);
      case 1 -> choices.of(TEXTS);
      case 2 -> choices.of(NUMBERS);
      case 3 -> list();
      case 4 -> object();
      case 5 -> "(" + any() + " " + choices.of(OPERATORS) + " " + any() + ")";
      case 6 -> "(" + truth() + " ? " + any() + " : " + any() + ")";
      case 7 -> loop();
      case 8 -> "(" + choices.of(ofCel).example() + ")";
      default -> call(choices.of(functions));
    };
  }

  private String list() {
    return IntStream.range(0, choices.below(4))
        .mapToObj(_ -> any())
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private String object() {
    return IntStream.range(0, choices.below(3))
        .mapToObj(i -> choices.of(List.of("'a'", "'b'", "'" + i + "'", "1", "true")) + ": " + any())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private String truth() {
    return choices.of(
        List.of(
            "true", "event.data.n > 1", "has(event.data.a)", "!event.data.b", "event.data.a == 1"));
  }

  private String loop() {
    String variable = "x" + depth;
    return of(Kind.LIST)
        + "."
        + choices.of(LOOPS)
        + "("
        + variable
        + ", "
        + choices.of(
            List.of(variable, variable + " == 1", "[" + variable + ", " + variable + "]", any()))
        + ")";
  }

  private String call(OurFunction function) {
    List<String> values =
        function.parameters().stream()
            .takeWhile(parameter -> !parameter.optional() || choices.oneIn(2))
            .map(parameter -> of(parameter.kind()))
            .toList();
    return function.member()
        ? values.getFirst()
            + "."
            + function.name()
            + values.stream().skip(1).collect(Collectors.joining(", ", "(", ")"))
        : function.name() + String.join(", ", values).transform(all -> "(" + all + ")");
  }

  /// Mostly of this kind; sometimes any other, in a way that the checker lets through.
  private String of(Kind kind) {
    return choices.oneIn(8) ? "dyn(" + any() + ")" : ofKind(kind);
  }

  private String ofKind(Kind kind) {
    return switch (kind) {
      case TEXT -> choices.of(TEXTS);
      case WHOLE, NUMBER, DECIMAL, AMOUNT -> choices.of(NUMBERS.subList(0, 4));
      case TRUTH -> truth();
      case TIME, DAY -> choices.of(List.of("event.time", "'2026-03-29'", "event.data.text"));
      case CLOCK -> choices.of(List.of("'09:00'", "event.data.text"));
      case ZONE -> choices.of(List.of("'Europe/Berlin'", "'UTC'", "'-18:00'", "event.data.text"));
      case TIME_FORM ->
          choices.of(
              List.of(
                  "'dd.MM.yyyy'",
                  "'G u Y w W e c a h K k H m s S n N VV z O X x'",
                  "event.data.text"));
      case LANGUAGE -> choices.of(List.of("'de'", "'ar'", "event.data.text"));
      case CURRENCY -> choices.of(List.of("'EUR'", "'JPY'", "event.data.text"));
      case PATTERN -> choices.of(List.of("'a'", "'(a*)*(b|c)?'", "''", "event.data.text"));
      case PATH -> choices.of(List.of("'a'", "'a.b[0]'", "event.data.text"));
      case LIST, VALUES, TEXT_OR_LIST -> choices.oneIn(2) ? list() : "event.data.rows";
      case TEXTS ->
          choices.of(List.of("['a', '']", "event.data.rows", "text.words(event.subject)"));
      case LISTS ->
          choices.of(
              List.of("[[1], [2.5]]", "[event.data.rows, event.data.rows]", "[event.data.rows]"));
      case WHOLES -> "[1, 2]";
      case OBJECTS, OBJECT, BY_KEY, LISTS_BY_KEY ->
          choices.of(List.of("{'a': 1}", "event.data", "{}", "event"));
      case MONEY ->
          choices.of(List.of("money.of('12.50', 'EUR')", "money.of(1, 'JPY')", "event.data.a"));
      case MONIES -> choices.of(List.of("[money.of(1, 'EUR')]", "event.data.rows"));
      case ITEM, ANY -> any();
    };
  }
}
