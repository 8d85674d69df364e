package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pilothouse.chain.ExpressionMistakes.Mistake;
import dev.pilothouse.model.NewEntry;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
  private static final NewEntry DEAL =
      Events.of(
          "crm.deal.won",
          "{\"amount\": 12000, \"rate\": 1.5, \"name\": \"Ada\", \"gone\": null, \"tags\": [\"a\", \"b\"],"
              + " \"big\": 123456789012345678901234567890}");

  @Test
  void isCompiledOnceForTheSameWordsAndNames() throws Exception {
    Expression one = Expression.compile("event.data.once + 1");
    assertThat(Expression.compile("event.data.once + 1")).isSameAs(one);
    assertThat(Expression.compile("event.data.once + 1", Set.of("item"))).isNotSameAs(one);
    Expression known = Expression.compile("line.once", Set.of("line"));
    assertThat(Expression.compile("line.once", Set.of("line"))).isSameAs(known);
    assertThatThrownBy(() -> Expression.compile("line.once"))
        .isInstanceOf(ExpressionMistakes.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "event.data.amount > 1000.0              | true",
        "event.data.amount == 12000.0            | true",
        "event.data.rate > 1                     | true",
        "event.data.amount in [12000.0]          | true",
        "event.data.amount * 2                   | 24000",
        "event.data.rate * 2.0                   | 3.0",
        "event.data.amount * 1.5                 | 18000.0",
        "event.data.rate + event.data.amount     | 12001.5",
        "0.5 - event.data.amount                 | -11999.5",
        "event.data.amount / 5.0                 | 2400.0",
        "event.data.rate / 2                     | 0.75",
        "7 % 2.5                                 | 2.0",
        "event.data.rate % event.data.rate       | 0.0",
        "event.data.amount % 7                   | 2",
        "7 / 2                                   | 3",
        "[1, 2].map(n, n * 1.5)                  | [1.5,3.0]",
        "event.data.name.upperAscii()            | \"ADA\"",
        "event.data.name + '!'                   | \"Ada!\"",
        "event.data.gone == null                 | true",
        "event.data.gone                         | null",
        "event.data.?nope.orValue('none')        | \"none\"",
        "event.data.?nope                        | null",
        "has(event.data.nope)                    | false",
        "event.data.tags.map(t, t + '!')         | [\"a!\",\"b!\"]",
        "event.data.tags.join('-')               | \"a-b\"",
        "size(event.data.tags)                   | 2",
        "event.data.big > 1e29                   | true",
        "event.time + duration('72h')            | \"2026-11-23T10:00:00Z\"",
        "event.time.getHours('Europe/Berlin')    | 11",
        "duration('90s')                         | \"90s\"",
        "duration('1500ms')                      | \"1.5s\"",
        "b'ab'                                   | \"YWI=\"",
        "7u                                      | 7",
        "{'a': [1, 2.0], 'b': {}}                | {\"a\":[1,2.0],\"b\":{}}",
        "{1: 'a'}                                | {\"1\":\"a\"}",
        "event.type                              | \"crm.deal.won\"",
        "event.subject.split('/')[1]             | \"42\"",
        "event.source + ' ' + event.source_id    | \"/crm 17\"",
        "event.id                                | \"019a0000-0000-7000-8000-000000000002\"",
        "event.actor                             | \"key/1\"",
        "event.before                            | null",
        "math.greatest(1, 2)                     | 2",
        "'x'.matches('^(a+)+$')                  | false",
        "false && event.data.nope                | false",
      })
  void givesItsValueWithItsType(String expression, String json) throws Exception {
    assertThat(Expression.compile(expression).json(Scope.of(DEAL))).hasToString(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "event.data.nope == 1       | there is no 'nope'. Ask with has(...) first, or give a default: a.?b.orValue(0).",
        "steps['x'].id == 1         | there is no 'x'. Ask with has(...) first, or give a default: a.?b.orValue(0).",
        "event.data.amount * event.data.name | '*' does not work on these kinds of values. Convert them with string(...), int(...) or double(...).",
        "1 / (event.data.amount - 12000) | it divides by zero. Ask first whether the divisor is zero.",
        "event.data.tags[7]         | Index out of bounds: 7. Ask for size(...) first.",
        "event.data.tags.exists(t, [][0] == t) ? 1 : 2 | Index out of bounds: 0. Ask for size(...) first.",
        "event.data.tags.exists(t, t.x == 1) ? 1 : 2   | 'x' is asked of something that is no object.",
        "1.0 / 0.0                  | it is no number (Infinity); was something divided by zero?",
        "type(1)                    | it is a type and no value; take a value of it.",
        "int(event.data.big)        | the number is too large or too small (double is out of range for int).",
      })
  void saysWhyItHasNoValue(String expression, String reason) throws Exception {
    Expression compiled = Expression.compile(expression);
    assertThatThrownBy(() -> compiled.json(Scope.of(DEAL)))
        .isInstanceOf(ExpressionFailed.class)
        .hasMessageEndingWith(" has no value here: " + reason);
  }

  @Test
  void givesNoValueLargerThanTwoMillion() throws Exception {
    Expression whole = Expression.compile("event.data");
    String large = "\"" + "x".repeat(ToJson.LARGEST) + "\"";
    assertThatThrownBy(() -> whole.json(Scope.of(Events.of("a", large))))
        .hasMessageContaining("its value is larger than 2000000 characters");
  }

  @Test
  void loopsOverAHundredThousandRowsAndComparesEachWithTheEvent() throws Exception {
    String rows =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "{\"id\":\"r" + i + "\",\"amount\":" + i + "}")
            .collect(Collectors.joining(",", "[", "]"));
    Scope many = Scope.of(Events.of("a", "{\"limit\": 500, \"rows\": " + rows + "}"));
    assertThat(
            Expression.compile(
                    "event.data.rows.filter(r, r.amount >= event.data.limit)"
                        + ".map(r, {'id': r.id, 'total': r.amount * 1.19}).size()")
                .json(many))
        .hasToString("99500");
  }

  @Test
  void givesNoValueNestedDeeperThanReadersOfJsonGo() throws Exception {
    String deep = "[1]" + ".map(a, [[[[[[[[[[a]]]]]]]]]])".repeat(50);
    Expression nested = Expression.compile(deep);
    assertThatThrownBy(() -> nested.json(Scope.of(DEAL)))
        .hasMessageContaining("its value is nested deeper than 500 levels");
  }

  @Test
  void asAConditionMustSayYesOrNo() throws Exception {
    Expression amount = Expression.compile("event.data.amount");
    assertThatThrownBy(() -> amount.test(Scope.of(DEAL)))
        .hasMessageContaining("expected true or false, but it gives 12000.");
  }

  @Test
  void readsRecordsBeforeAndAfterAChange() throws Exception {
    Scope change = Scope.of(Events.ofChange("{\"stage\": \"open\"}", "{\"stage\": \"won\"}"));
    assertThat(Expression.compile("event.before.stage != event.after.stage").test(change)).isTrue();
  }

  @Test
  void readsWhatIsNoJsonAsBytes() throws Exception {
    Scope csv = Scope.of(Events.withBytes("text/csv", "YTti"));
    assertThat(Expression.compile("event.data.content_type + ':' + event.data.base64").json(csv))
        .hasToString("\"text/csv:YTti\"");
  }

  @Test
  void namesTheCharacterAMistakeBeginsWith() {
    ExpressionMistakes wrong =
        catchThrowableOfType(
            ExpressionMistakes.class,
            () -> Expression.compile("event.data.a == '👋' &&\n  evnt.b == 2"));
    assertThat(wrong.mistakes())
        .extracting(Mistake::offset)
        .containsExactly("event.data.a == '👋' &&\n  ".length());
  }

  @Test
  void isWorkedOutByManyThreadsAtOnce() throws Exception {
    Expression shared = Expression.compile("event.data.amount + event.data.n");
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      var results =
          IntStream.range(0, 400).mapToObj(i -> threads.submit(() -> sum(shared, i))).toList();
      for (int i = 0; i < results.size(); i++) {
        assertThat(results.get(i).get()).isEqualTo(i + 42L);
      }
    }
  }

  private static long sum(Expression shared, int amount) throws ExpressionFailed {
    NewEntry entry = Events.of("a", "{\"amount\": " + amount + ", \"n\": 42}");
    return shared.json(Scope.of(entry)).longValue();
  }
}
