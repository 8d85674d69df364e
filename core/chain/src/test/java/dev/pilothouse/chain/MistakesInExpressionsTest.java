package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pilothouse.chain.ExpressionMistakes.Mistake;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where a mistake stands, and what to write instead.
class MistakesInExpressionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text.titel('x')             | 0  | 'text.titel' is not known | Did you mean 'text.title'?",
        "texts.title('x')            | 0  | 'texts.title' is not known | Did you mean 'text.title'?",
        "1 + list.rang(1, 2)[0]      | 4  | 'list.rang' is not known | Did you mean 'list.range'?",
        "event.data.name.trimm()     | 16 | 'trimm' is not known | Did you mean 'trim'?",
        "title(event.data.name)      | 0  | 'title' is not known | Did you mean text.title(text)?",
        "event.data.name.title()     | 16 | 'title' is not known | Did you mean text.title(text)?",
        "evnt.data.name.trim()       | 0  | 'evnt' is not known | Did you mean 'event'?",
        "event.data.list.map(x)      | 16 | 'map' is called otherwise | Write list.map(item, value).",
        "[1].map(1, 2)               | 8  | a loop begins with a name for the items | Give them one, such as orders.map(order, order.total).",
        "[1].all(1, true)            | 8  | a loop begins with a name for the items | Give them one, such as orders.map(order, order.total).",
        "text.title(5)               | 10 | 'text.title' does not work on (int) | Write text.title(text).",
        "text.truncate('x')          | 13 | 'text.truncate' does not work on (string) | Write text.truncate(text, length, ending?).",
        "base64.encode('x')          | 13 | 'base64.encode' does not work on (string) | Write base64.encode(bytes).",
      })
  void areToldWithTheNearName(String expression, int offset, String what, String hint) {
    Mistake mistake = first(expression);
    assertThat(mistake.offset()).isEqualTo(offset);
    assertThat(mistake.message()).startsWith("expected an expression, but " + what + ": ");
    assertThat(mistake.hint()).isEqualTo(hint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "date.iso(event.time, 'Europe/Berlim')       | 22 | a zone such as | Did you mean 'Europe/Berlin'?",
        "date.format(event.time, 'dd.MMMMMMM')       | 25 | a form of at most 100 characters | Write date.format(time, form, zone?, language?).",
        "date.format(event.time, 'd', 'UTC', 'xx')   | 37 | a language such as | Write date.format(time, form, zone?, language?).",
        "date.of('20.11.2026')                       | 9  | a time such as | Write date.of(text, zone?).",
        "date.at(event.time, '9 am')                 | 21 | a time of day such as '09:00' | Write date.at(time, clock, zone?).",
        "event.data.name.matches('(a-z')             | 25 | a pattern (RE2) | Write text.matches(pattern).",
        "text.find(event.data.name, '((a{100}){100})') | 28 | a pattern (RE2) | Write text.find(text, pattern).",
        "money.of(1, 'EURO')                         | 13 | a currency such as 'EUR' | Write money.of(amount, currency).",
        "json.get(event.data, 'a..b')                | 22 | a path such as | Write json.get(value, path, default?).",
      })
  void areFoundInTextsThatNoFunctionWillTake(
      String expression, int offset, String expected, String hint) {
    Mistake mistake = first(expression);
    assertThat(mistake.offset()).isEqualTo(offset);
    assertThat(mistake.message()).startsWith("expected " + expected).contains(", but found '");
    assertThat(mistake.hint()).isEqualTo(hint);
  }

  private static Mistake first(String expression) {
    return catchThrowableOfType(
            ExpressionMistakes.class, () -> Expression.compile(expression.strip()))
        .mistakes()
        .getFirst();
  }
}
