package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/definitions.md`: its example works, and it names all there is.
class DefinitionsPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("pilothouse.build"), "docs", "definitions.md");
  private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

  @Test
  void showsADefinitionThatStartsAndWalksToItsEnd() throws IOException {
    Definition example = new DefinitionReader(new FewActions()).read(example());
    var event = Events.of("crm.deal.won", "{\"amount\": 60000, \"company\": \"Ada\"}");
    assertThat(example.startsOn(event)).isTrue();
    assertThat(example.concurrencyKey(event)).isEqualTo("deal/42");
    assertThat(walked(new Walker(example, event)))
        .containsExactly("checklist", "step-2", "step-2-then-1", "step-3", "billing");
  }

  @Test
  void namesEveryKeyAndEveryFieldOfAnEvent() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(
            Stream.of(
                    Names.OF_DEFINITION,
                    Names.OF_TRIGGER,
                    Names.OF_DO,
                    Names.OF_IF,
                    Names.OF_RETRY,
                    Names.OF_UNTIL,
                    Names.OF_ENDING,
                    Names.ENDINGS,
                    Names.STEP_KINDS,
                    EventFields.NAMES)
                .flatMap(List::stream))
        .allSatisfy(name -> assertThat(page).containsPattern("[`\"]" + name + "[`\"]"));
  }

  private static List<String> walked(Walker walker) {
    Map<StepKey, StepOutcome> outcomes = new LinkedHashMap<>();
    StepOutcome done = new StepOutcome.Completed(new Json("{\"id\": 7}"));
    while (true) {
      switch (walker.next(outcomes)) {
        case Demand.Perform perform -> outcomes.put(perform.key(), done);
        case Demand.Pause pause -> outcomes.put(pause.key(), done);
        case Demand.Settle settle -> outcomes.put(settle.key(), settle.outcome());
        case Demand.AskPerson _, Demand.End _ -> {
          return outcomes.keySet().stream().map(StepKey::text).toList();
        }
      }
    }
  }

  private static Json example() throws IOException {
    Matcher example = EXAMPLE.matcher(Files.readString(PAGE));
    assertThat(example.find()).isTrue();
    return new Json(example.group(1));
  }
}
