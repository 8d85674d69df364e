package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What would take for ever or fill the memory ends, with a sentence, and at the same place each
/// time. Each takes a second or two; what it asks for would take many minutes, or more memory than
/// there is.
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileExpressionsTest {

  private static final Scope SCOPE =
      Scope.of(
          Events.of(
              "a",
              "{\"rows\": "
                  + rows()
                  + ", \"text\": \""
                  + "a".repeat(500_000)
                  + "\", \"words\": \""
                  + "a ".repeat(200_000)
                  + "\"}"));

  private static final Scope LONG_TEXTS =
      Scope.of(
          Events.of(
              "a",
              "{\"text\": \"%1$s\", \"needle\": \"%2$sb%2$s\"}"
                  .formatted("a".repeat(1_000_000), "a".repeat(250_000))));

  private static String rows() {
    return IntStream.range(0, 100_000)
        .mapToObj(i -> "{\"id\":\"r" + i + "\",\"n\":" + i + "}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event.data.rows.exists(a, event.data.rows.exists(b, a.n + b.n == -1))",
        "event.data.rows.all(a, event.data.rows.exists(b, b.n < 0) || true)",
        "event.data.rows.map(a, event.data.rows == event.data.rows).size()",
        "event.data.rows.map(a, a in event.data.rows).size()",
        "list.range(1, 100000).map(i, event.data.text < event.data.text).size()",
        "list.range(1, 100000).map(i, size(event.data.text)).size()",
        "list.range(1, 100000).map(i, event.data.text.contains('b')).size()",
        "list.range(1, 100000).map(i, text.slug(event.data.text)).size()",
        "list.range(1, 100000).map(i, list.sort(event.data.rows, 'n')).size()",
        "list.range(1, 100000).map(i, date.parse('20.11.2026', 'dd.MM.yyyy')).size()",
        "list.range(1, 1000).map(i, hash.sha256(event.data.text)).size()",
        "list.range(1, 100000).map(i, 'a'.matches('b' + string(i))).size()",
        "list.range(1, 100000).map(i, ''.matches('((a{30}){30})' + string(i))).size()",
        "text.findAll(event.data.text, 'a.*b|a')",
        "event.data.rows.map(r, json.merge(r, {'x': event.data})).size()",
        "event.data.text.matches('(a?){240}b')",
        "event.data.text.matches('((a{10}){10}){' + '9}')",
      })
  void endsWhereItTakesTooManySteps(String expression) throws Exception {
    assertThat(reasonFor(expression))
        .isEqualTo("it takes too many steps. Work on fewer values, or in several steps.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[a, a]", "{'x': a, 'y': a}", "a + a", "[a, [a, a]]"})
  void endsWhereItsValuesDoubleAgainAndAgain(String doubled) throws Exception {
    String growing =
        (doubled.contains("+") ? "['x']" : "[1]") + (".map(a, " + doubled + ")").repeat(40);
    assertThat(reasonFor(growing)).startsWith("its values grow too large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list.range(1, 1000).map(i, list.range(1, 100000).map(j, j)).size()",
        "list.flatten(list.range(1, 100).map(i, list.range(1, 100000))).size()",
        "list.range(1, 100000).map(i, text.padEnd('', 10000)).size()",
        "list.range(1, 1000).map(i, event.data.text + string(i)).size()",
        "[event.data.text].map(t, t + t + t + t).map(t, t + t + t + t).map(t, t + t + t + t).size()",
      })
  void endsWhereItsValuesGrowWithoutMeasure(String expression) throws Exception {
    assertThat(reasonFor(expression)).startsWith("its values grow too large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list.range(1, 900).map(i, 'a').join(event.data.text)",
        "text.replace(event.data.text, 'a', event.data.text)",
        "event.data.text.replace('a', event.data.text)",
        "event.data.text.split('')",
        "event.data.words.split(' ')",
        "text.words(event.data.words)",
        "text.findAll(event.data.text, 'a')",
        "list.range(0, 9223372036854775807)",
      })
  void refusesToMakeMoreThanAListOrATextMayHold(String expression) throws Exception {
    assertThat(reasonFor(expression)).contains(":").doesNotContain("could not be worked out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event.data.rows.exists(a, event.data.rows.exists(b, b.nope == 1))",
        "event.data.rows.all(a, a.nope || true)",
        "event.data.rows.all(a, int('x') == 1 || true)",
        "event.data.rows.all(a, date.iso(event.time, 'No/Where' + string(a.n)) == '' || true)",
      })
  void endsWhereItPassesOverTooManyFailures(String expression) throws Exception {
    assertThat(reasonFor(expression)).startsWith("it takes too many steps");
  }

  /// Each letter of the text almost begins what is sought: a hundred thousand million comparisons
  /// for who begins anew at each, and two million for who does not.
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  @ParameterizedTest
  @ValueSource(
      strings = {
        "event.data.text.contains(event.data.needle)",
        "event.data.text.indexOf(event.data.needle) >= 0",
        "event.data.text.lastIndexOf(event.data.needle) >= 0",
        "text.before(event.data.text, event.data.needle) == ''",
        "text.replace(event.data.text, event.data.needle, '') == ''",
        "event.data.text.split(event.data.needle).size() == 2",
        "text.containsIgnoringCase(event.data.text, event.data.needle)",
      })
  void seeksLongTextsInLongOnes(String expression) throws Exception {
    assertThat(Expression.compile(expression).test(LONG_TEXTS)).isFalse();
  }

  private static String reasonFor(String expression) throws ExpressionMistakes {
    Expression compiled = Expression.compile(expression);
    return catchThrowableOfType(ExpressionFailed.class, () -> compiled.json(SCOPE)).reason();
  }
}
