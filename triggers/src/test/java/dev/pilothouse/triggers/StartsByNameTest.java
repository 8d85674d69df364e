package dev.pilothouse.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.chain.Chains;
import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.spi.Handover.Answer;
import dev.pilothouse.spi.Handover.By;
import dev.pilothouse.spi.SchemaCheck;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartsByNameTest {
  private static final By PERSON = new By.Person("");
  private static final By PROGRAM = new By.Program();
  private static final By STEP = new By.Step();

  private final StartsByName starts = new StartsByName(new Chains(), new NeedsWhatIsRequired());

  /// Of a schema it knows `required` alone, with one name.
  private static final class NeedsWhatIsRequired implements SchemaCheck {
    @Override
    public List<Misfit> misfits(Json schema, Json value, String name) throws UnusableSchema {
      if (schema.text().contains("broken")) {
        throw new UnusableSchema("it is broken");
      }
      String needed = schema.text().replaceFirst(".*\"required\":\\[\"(\\w+)\"].*", "$1");
      return schema.text().equals("{}") || value.text().contains("\"" + needed + "\"")
          ? List.of()
          : List.of(new Misfit(name + "." + needed, needed + " is missing."));
    }
  }

  @Test
  void takesAnythingWhereNothingIsAskedFor() {
    assertThat(check("{\"api\": {}}", PROGRAM, "{\"a\": 1}")).isEqualTo(new Answer.Fits());
    assertThat(check("{\"manual\": \"Go\"}", PERSON, "{\"a\": 1}")).isEqualTo(new Answer.Fits());
    assertThat(check("{\"event\": \"x\"}", STEP, "{\"a\": 1}")).isEqualTo(new Answer.Fits());
  }

  @Test
  void holdsTheInputAgainstItsOwnTrigger() {
    String on = api("a") + ", {\"manual\": \"Go\", \"input\": {\"required\": [\"b\"]}}";

    assertThat(check(on, PROGRAM, "{\"a\": 1}")).isEqualTo(new Answer.Fits());
    assertThat(check(on, PERSON, "{\"b\": 1}")).isEqualTo(new Answer.Fits());
    assertThat(paths(check(on, PROGRAM, "{\"b\": 1}"))).containsExactly("input.a");
    assertThat(paths(check(on, PERSON, "{\"a\": 1}"))).containsExactly("input.b");
    assertThat(paths(check(on, STEP, "{\"b\": 1}"))).containsExactly("with.a");
  }

  @Test
  void takesWhatOneOfSeveralLetsPass() {
    String on = api("a") + ", " + api("b");

    assertThat(check(on, STEP, "{\"b\": 1}")).isEqualTo(new Answer.Fits());
    assertThat(paths(check(on, STEP, "{\"c\": 1}"))).containsExactly("with.a");
  }

  @Test
  void asksWhichButtonIsMeant() {
    String on = "{\"manual\": \"Go\"}, {\"manual\": \"Stop\"}";

    assertThat(check(on, new By.Person("Stop"), "{}")).isEqualTo(new Answer.Fits());
    assertThat(sentence(check(on, PERSON, "{}"))).contains("one of 'Go', 'Stop', but found none");
    assertThat(sentence(check(on, new By.Person("Stpo"), "{}"))).contains("but found 'Stpo'");
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(sentence(check("{\"api\": {}}", PERSON, "{}"))).contains("no 'manual' trigger");
    assertThat(sentence(check("{\"manual\": \"Go\"}", PROGRAM, "{}"))).contains("no 'api' trigger");
  }

  @Test
  void saysThatASchemaCannotBeUsed() {
    assertThat(
            sentence(check("{\"api\": {}, \"input\": {\"required\": [\"broken\"]}}", STEP, "{}")))
        .isEqualTo(
            "The 'input' schema in the trigger of 'Test' cannot be used: it is broken. Mend it and publish.");
  }

  @Test
  void saysThatItCannotReadWhatANewerSoftwarePublished() {
    assertThat(sentence(check("{\"telepathy\": 1}", PROGRAM, "{}"))).contains("cannot be read");
  }

  private static String api(String needed) {
    return "{\"api\": {}, \"input\": {\"required\": [\"" + needed + "\"]}}";
  }

  private Answer check(String on, By by, String input) {
    Json definition =
        new Json(
            "{\"name\": \"Test\", \"on\": [%s], \"steps\": [{\"do\": \"transform\", \"with\": {}}]}"
                .formatted(on));
    AutomationVersion version =
        new AutomationVersion(AutomationId.next(), VersionId.of(definition), "Test", definition);
    return starts.check(version, by, new Json(input));
  }

  private static List<String> paths(Answer answer) {
    return answer instanceof Answer.Unfit(List<SchemaCheck.Misfit> misfits)
        ? misfits.stream().map(SchemaCheck.Misfit::path).toList()
        : List.of(answer.toString());
  }

  private static String sentence(Answer answer) {
    return answer instanceof Answer.NotSo(String sentence) ? sentence : answer.toString();
  }
}
