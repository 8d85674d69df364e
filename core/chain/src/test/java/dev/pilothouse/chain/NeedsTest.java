package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.chain.Need.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NeedsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "event.data.stage == 'won'                            → event.data.stage",
        "'won' == event.data.stage                            → event.data.stage",
        "event['data']['deal-stage'] == 'won'                 → event.data[\"deal-stage\"]",
        "event.subject in ['deal/1', 'deal/2']                → event.subject",
        "event.source == '/crm' || event.source == '/erp'     → event.source",
        "event.after.vip                                      → event.after.vip",
        "!event.before.vip                                    → event.before.vip",
        "event.data.amount == -5                              → event.data.amount",
        "event.data.owner == null                             → event.data.owner",
        "event.actor == 'key/1' && event.data.x.contains('y') → event.actor",
      })
  void findsTheValuesThatAnEventMustHave(String condition, String path) {
    assertThat(NeedsReader.of(condition).equalities().map(equality -> equality.path().toString()))
        .containsExactly(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event.data.a != 1",
        "event.data.a == event.data.b",
        "event.data.a == 'x' || event.data.b == 'x'",
        "event.data.a || event.data.a == 'x'",
        "event.data.?a == optional.of(1)",
        "has(event.data.a)",
        "event.time == timestamp('2026-11-20T10:00:00Z')",
        "event.data.list.exists(event, event.data.a == 1)",
        "event.data.a in event.data.list",
        "[1, 2] == event.data.a",
        "true",
        "event.data.a == (",
      })
  void leavesWhatItDoesNotSeeThroughToTheExpression(String condition) {
    Needs needs = NeedsReader.of(condition);

    assertThat(needs.each()).isEmpty();
    assertThat(needs.complete()).isFalse();
  }

  @Test
  void knowsWhenItHasSeenAll() {
    assertThat(NeedsReader.of("event.data.a == 1 && (event.data.b > 2 && !event.data.c)"))
        .satisfies(needs -> assertThat(needs.each()).hasSize(3))
        .satisfies(needs -> assertThat(needs.complete()).isTrue());
    assertThat(NeedsReader.of("event.data.a == 1 && size(event.data.b) > 2").complete()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "event.data.n == 1          | {\"n\": 1.0}              | HOLDS",
        "event.data.n == 1.0        | {\"n\": 1}                | HOLDS",
        "event.data.n == 1u         | {\"n\": 1}                | HOLDS",
        "event.data.n == 0          | {\"n\": -0.0}             | HOLDS",
        "event.data.n == -0.0       | {\"n\": 0}                | ASK",
        "event.data.n == 1          | {\"n\": \"1\"}            | FAILS",
        "event.data.n == null       | {\"n\": null}             | HOLDS",
        "event.data.n == null       | {}                        | FAILS",
        "event.data.n == ''         | {\"n\": null}             | FAILS",
        "event.data.n == 'a'        | {\"n\": [\"a\"]}          | FAILS",
        "event.data.n.m == 'a'      | {\"n\": \"a\"}            | FAILS",
        "event.data.n               | {\"n\": \"true\"}         | FAILS",
        "!event.data.n              | {\"n\": false}            | HOLDS",
        "event.data.n >= 1000       | {\"n\": 1000.0}           | HOLDS",
        "1000 > event.data.n        | {\"n\": 1000}             | FAILS",
        "event.data.n > 1           | {\"n\": \"2\"}            | FAILS",
        "event.data.n == 9007199254740993 | {\"n\": 9007199254740992} | ASK",
        "event.data.n > 9007199254740993  | {\"n\": 1}                | ASK",
        "event.data.n == 1 && size(event.data.m) == 0 | {\"n\": 1}    | ASK",
        "event.data.n == 1 && size(event.data.m) == 0 | {\"n\": 2}    | FAILS",
      })
  void judgesAnEvent(String condition, String data, Judgement judgement) {
    assertThat(NeedsReader.of(condition).judge(Scope.of(Events.of("a", data)).event()))
        .isEqualTo(judgement);
  }
}
