package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.SourceFormat;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.WrittenText;
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
  private static final Pattern YAML_EXAMPLE = Pattern.compile("(?ms)^```yaml\n(.*?)```");
  private static final Pattern STEP_EXAMPLE = Pattern.compile("(?ms)^  ```yaml\n(.*?)  ```");
  private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

  @Test
  void showsADefinitionThatStartsAndWalksToItsEnd() throws IOException {
    Definition example = new DefinitionReader(new FewActions()).read(new Json(example(EXAMPLE)));
    var event = Events.of("crm.deal.won", "{\"amount\": 60000, \"company\": \"Ada\"}");
    assertThat(example.startsOn(event)).isTrue();
    assertThat(example.concurrencyKey(event)).isEqualTo("deal/42");
    assertThat(walked(new Walker(example, event)))
        .containsExactly("checklist", "step-2", "step-2-then-1", "step-3", "billing");
  }

  @Test
  void showsADefinitionInYaml() throws IOException {
    WrittenText yaml = new WrittenText(SourceFormat.YAML, example(YAML_EXAMPLE));
    ReadDefinition read = new DefinitionReader(new FewActions()).read(yaml);
    assertThat(read.definition().name()).isEqualTo("Greet a won customer");
    assertThat(read.warnings()).isEmpty();
  }

  @Test
  void showsACallThatCanBeReadBack() throws IOException {
    String yaml = "name: Bill\non: [{ event: crm.deal.won }]\nsteps:\n" + example(STEP_EXAMPLE);
    ReadDefinition read =
        new DefinitionReader(new FewActions()).read(new WrittenText(SourceFormat.YAML, yaml));
    assertThat(read.definition().steps().getFirst())
        .isInstanceOfSatisfying(Step.Do.class, step -> assertThat(step.readBack()).isPresent());
    assertThat(read.warnings()).isEmpty();
  }

  @Test
  void namesEveryKeyAndEveryFieldOfAnEvent() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(
            Stream.of(
                    Names.OF_DEFINITION,
                    Names.OF_EVENT,
                    Names.OF_MANUAL,
                    Names.OF_API,
                    Names.OF_CONCURRENCY,
                    Names.OF_THROTTLE,
                    Names.OF_DEDUPE,
                    Names.OF_ON_FAILURE,
                    Names.OF_ANY_STEP,
                    Names.OF_AWAITED,
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
      switch (walker.next(Recorded.of(outcomes)).getFirst()) {
        case Demand.Perform perform -> outcomes.put(perform.key(), done);
        case Demand.Pause pause -> outcomes.put(pause.key(), done);
        case Demand.Settle settle -> outcomes.put(settle.key(), settle.outcome());
        case Demand.Advance _, Demand.Listen _, Demand.Call _, Demand.AskPerson _, Demand.End _ -> {
          return outcomes.keySet().stream().map(StepKey::text).toList();
        }
      }
    }
  }

  private static String example(Pattern form) throws IOException {
    Matcher example = form.matcher(Files.readString(PAGE));
    assertThat(example.find()).isTrue();
    return example.group(1);
  }
}
