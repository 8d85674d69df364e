package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pilothouse.chain.ExpressionMistakes.Mistake;
import dev.pilothouse.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
  private static final Scope SCOPE =
      Scope.of(
          Events.of(
              "a",
              "{\"amount\": 12000.0, \"small\": 0.1, \"n\": 7, \"none\": null, \"list\": [1]}"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "no expression                | \"no expression\"",
        "${event.data.n}              | 7",
        "${event.data.list}           | [1]",
        "${event.data.none}           | null",
        "n=${event.data.n}            | \"n=7\"",
        "${event.data.n}${event.data.n} | \"77\"",
        "${event.data.amount} EUR     | \"12000 EUR\"",
        "${event.data.small} EUR      | \"0.1 EUR\"",
        "[${event.data.none}]         | \"[]\"",
        "list ${event.data.list}      | \"list [1]\"",
        "$${literal}                  | \"${literal}\"",
        "$5 and $${a} ${event.data.n} | \"$5 and ${a} 7\"",
        "${ {'a': {'b': 1}}['a'].b }  | 1",
        "${'}' + \"{\"}               | \"}{\"",
        "${'it\\'s }'}                | \"it's }\"",
        "a } b                        | \"a } b\"",
      })
  void givesOneExpressionWithItsTypeAndAllElseAsText(String text, String json) throws Exception {
    assertThat(Template.parse(text).value(SCOPE, new FilledRoom())).hasToString(json);
  }

  @Test
  void collectsTheMistakesOfAllItsExpressions() {
    ExpressionMistakes wrong =
        catchThrowableOfType(
            ExpressionMistakes.class, () -> Template.parse("${1 +} and ${nope} and ${open"));
    assertThat(wrong.mistakes())
        .extracting(Mistake::offset)
        .containsExactly(
            "${1 +".length(), "${1 +} and ${".length(), "${1 +} and ${nope} and ".length());
  }

  @Test
  void fillsATreeAndLeavesWhatHoldsNoExpression() throws Exception {
    String written =
        "{\"a\":[1.50,true,null,{\"b\":\"${event.data.n}\"}],\"c\":\"$${x}\",\"d\":\"x\"}";
    JsonTree tree = new JsonTree(written);
    assertThat(tree.read().fill(SCOPE, new FilledRoom()))
        .hasToString("{\"a\":[1.50,true,null,{\"b\":7}],\"c\":\"${x}\",\"d\":\"x\"}");
    assertThat(tree.read().written()).hasToString(written);
  }

  @Test
  void fillsNoMoreThanAStepMayHold() {
    Scope large = Scope.of(Events.of("a", "{\"text\": \"" + "a".repeat(100_000) + "\"}"));
    String items = "\"${event.data.text}\",".repeat(5_000) + "1";
    assertThat(
            catchThrowableOfType(
                ExpressionFailed.class,
                () ->
                    new JsonTree("{\"items\": [" + items + "]}")
                        .read()
                        .fill(large, new FilledRoom())))
        .hasMessageContaining(
            "the values of this step are together larger than 2000000 characters");
    assertThat(
            catchThrowableOfType(
                ExpressionFailed.class,
                () -> Template.parse("${event.data.text}-".repeat(100)).text(large)))
        .hasMessageContaining("together larger");
  }

  @Test
  void keepsATreeWithoutExpressionsAsOneLiteral() {
    assertThat(new JsonTree("{\"a\":[{\"b\":\"$5\"}]}").read())
        .isInstanceOf(TemplateTree.Literal.class);
  }

  private record JsonTree(String text) {
    TemplateTree read() {
      Problems problems = new Problems(JsonDocument.read(new SourceText(text)));
      StepIds ids = new StepIds(problems, JsonText.parse(Json.NULL));
      return new ValueReader(problems, new References(problems, ids))
          .tree(JsonText.parse(new Json(text)), "with");
    }
  }
}
