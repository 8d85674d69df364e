package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.SourceFormat;
import dev.pilothouse.model.WrittenText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What expressions give, held against what an action takes.
class InputFitTest {
  private static final DefinitionReader READER =
      new DefinitionReader(
          new OneAction(), new TypeCheck(EventCatalogue.standard(), new OneAction()));

  /// One that takes a value of every kind.
  private static final class OneAction implements ActionCatalogue {
    @Override
    public Set<String> names() {
      return Set.of("act");
    }

    @Override
    public List<Problem> checkInput(String action, JsonNode with, String path) {
      return List.of();
    }

    @Override
    public Optional<Json> inputSchema(String action) {
      return Optional.of(
          new Json(
              """
              {"type": "object", "additionalProperties": false, "properties": {
                "text": {"type": "string"}, "number": {"type": "number"}, "whole": {"type": "integer"}, "yes": {"type": "boolean"},
                "some": {"type": ["string", "null"]}, "list": {"type": "array", "items": {"type": "string"}},
                "map": {"type": "object", "additionalProperties": {"type": "string"}},
                "deal": {"type": "object", "properties": {"amount": {"type": ["number", "null"]}}},
                "one": {"enum": ["a", "b"]}, "any": {}}}\
              """));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text   | ${event.data.amount}            | expected a text, but it gives a number
          text   | ${event.data.won}               | expected a text, but it gives an object
          text   | ${['a']}                        | expected a text, but it gives a list
          text   | ${null}                         | expected a text, but it gives nothing (null)
          number | ${event.data.id}                | expected a number, but it gives a text
          number | ${event.data.amount} EUR        | expected a number, but an expression with words around it gives a text
          number | ${event.time}                   | expected a number, but it gives a text
          whole  | ${event.data.id}                | expected a whole number, but it gives a text
          yes    | ${event.data.id}                | expected true or false, but it gives a text
          some   | ${event.data.amount}            | expected a text or nothing (null), but it gives a number
          list   | ${event.data.id}                | expected a list, but it gives a text
          list   | Dear ${event.data.id}           | expected a list, but an expression with words around it gives a text
          map    | ${event.data.id}                | expected an object, but it gives a text
          map    | ${event.data.counts}            | expected an object, but it gives an object
          deal   | ${{'amount': event.data.id}}    | expected an object, but it gives an object
          one    | ${event.data.amount}            | expected a text, but it gives a number
          """)
  void tellsOfWhatCanNeverFit(String field, String value, String message) {
    assertThat(said("{ " + field + ": \"" + value + "\" }"))
        .contains("steps[0].with." + field + ": " + message + ":");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ text: \"${event.data.id}\" }",
        "{ text: \"${event.data.amount} EUR\" }",
        "{ text: \"${event.time}\" }",
        "{ text: \"${event.data.?note.orValue('')}\" }",
        "{ text: \"${event.data.free}\" }",
        "{ text: \"${event.data.free.deep[0]}\" }",
        "{ number: \"${event.data.amount}\", whole: \"${event.data.amount}\" }",
        "{ number: \"${1}\", whole: \"${2.0}\", yes: \"${1 < 2}\" }",
        "{ some: \"${event.data.?note.orValue(null)}\" }",
        "{ some: \"${null}\" }",
        "{ list: \"${['a']}\" }",
        "{ list: \"${[]}\" }",
        "{ list: \"${[1]}\" }",
        "{ list: [\"${event.data.id}\", \"b\"] }",
        "{ map: \"${{'a': 'b'}}\" }",
        "{ map: { a: \"${event.data.id}\" } }",
        "{ deal: { amount: \"${event.data.amount}\", of_my_own: \"${event.data.id}\" } }",
        "{ deal: \"${event.data.counts}\" }",
        "{ any: \"${event.data}\" }",
        "{ one: \"${event.data.id}\" }",
        "{ unknown: \"${event.data.amount}\" }",
        "{ text: \"$${event.data.amount}\" }",
      })
  void letsThroughWhatMayFit(String input) {
    assertThat(said(input)).isEmpty();
  }

  @Test
  void looksIntoListsAndObjectsThatAreWrittenOut() {
    assertThat(said("{ list: [\"${event.data.id}\", \"${event.data.amount}\"] }"))
        .contains("steps[0].with.list[1]: expected a text, but it gives a number");
    assertThat(said("{ map: { a: \"${event.data.amount}\" } }"))
        .contains("steps[0].with.map.a: expected a text");
    assertThat(said("{ deal: { amount: \"about ${event.data.amount}\" } }"))
        .contains("steps[0].with.deal.amount: expected a number or nothing (null)");
  }

  @Test
  void namesThePlaceAndWhatToDo() {
    assertThat(said("{ number: \"about ${event.data.amount} EUR\" }"))
        .isEqualTo(
            "9:45 steps[0].with.number: expected a number, but an expression with words around it gives a text:"
                + " 'event.data.amount'. Let the expression stand alone: \"${...}\" gives its value as it is.");
    assertThat(said("{ text: \"${event.data.amount}\" }"))
        .endsWith("Make a text of it with string(...), or put it between words.");
    assertThat(said("{ number: \"${event.data.id}\" }"))
        .endsWith("Make a number of the text with double(...) or int(...).");
    assertThat(said("{ list: \"${event.data.id}\" }"))
        .endsWith("Put it into a list: [\"${...}\"].");
    assertThat(said("{ map: \"${event.data.id}\" }"))
        .endsWith("docs/actions.md shows what 'act' takes.");
  }

  @Test
  void saysOnceWhatIsWrongInAnExpression() {
    assertThat(said("{ text: \"${event.data.nope}\" }").lines()).hasSize(1);
  }

  private static String said(String input) {
    String text =
        """
        name: A name
        on:
          - api: {}
            input:
              type: object
              required: [id, amount, won, counts]
              additionalProperties: false
              properties: { id: { type: string }, amount: { type: number }, won: { type: object }, counts: { type: object, required: [a], properties: { a: { type: integer } } }, note: { type: string }, free: {} }
        steps: [{ do: act, with: %s }]
        """
            .formatted(input);
    return problems(text).stream()
        .filter(Problem::isError)
        .map(Problem::toString)
        .collect(Collectors.joining("\n"));
  }

  private static List<Problem> problems(String text) {
    try {
      return READER.read(new WrittenText(SourceFormat.YAML, text)).warnings();
    } catch (DefinitionProblems refused) {
      return refused.problems();
    }
  }
}
