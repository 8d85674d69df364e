package dev.pilothouse.builderapi;

import static dev.pilothouse.model.Role.BUILDER;
import static dev.pilothouse.model.Role.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ValidateApiTest {
  private static final ApiServer API = new ApiServer();
  private static final String NEW = MadeAutomation.AUTOMATIONS + "/validate";

  private final MadeAutomation made = MadeAutomation.in(API);

  @AfterAll
  static void close() {
    API.close();
  }

  @Test
  void findsNothingWrongWithWhatIsSound() {
    Reply found = made.post("/validate", "");

    assertThat(found.status()).isEqualTo(200);
    assertThat(found.at("/valid")).isEqualTo("true");
    assertThat(found.at("/problems")).isEqualTo("[]");
    assertThat(found.at("/warnings")).isEqualTo("[]");
  }

  @Test
  void looksAtTheDraftThatIsKeptAndAtOneThatIsSent() {
    var _ = made.save("{}");

    assertThat(made.post("/validate", "").at("/valid")).isEqualTo("false");
    assertThat(made.post("/validate", made.saying("Hello")).at("/valid")).isEqualTo("true");
    assertThat(made.get("").at("/source/text")).isEqualTo("{}");
  }

  @Test
  void tellsAllMistakesWithTheirPlaces() {
    Reply found = API.post(BUILDER, NEW, "application/yaml", "name: A\nsteps:\n  - do: sing\n");

    assertThat(found.status()).isEqualTo(200);
    assertThat(found.json().path("problems").size()).isEqualTo(2);
    assertThat(found.at("/problems/1/path")).isEqualTo("steps[0].do");
    assertThat(found.at("/problems/1/line")).isEqualTo("3");
    assertThat(found.at("/problems/1/column")).isEqualTo("9");
    assertThat(found.at("/problems/1/words")).isEqualTo("sing");
    assertThat(found.at("/problems/1/hint")).isNotEmpty();
  }

  @Test
  void warnsOfCallsOfWhatIsNotThereOrNotPublished() {
    String calling = "name: Calling\non: [{ event: a.b }]\nsteps:\n  - call: %s\n";
    String draft = made.name();

    Reply unpublished = validate(calling.formatted(draft));
    Reply mistyped = validate(calling.formatted(draft + "x"));

    assertThat(unpublished.at("/valid")).isEqualTo("true");
    assertThat(unpublished.at("/warnings/0/message")).contains("is not published");
    assertThat(mistyped.at("/warnings/0/hint")).isEqualTo("Did you mean '" + draft + "'?");
    var _ = made.post("/publish", "");
    assertThat(validate(calling.formatted(draft)).at("/warnings")).isEqualTo("[]");
    assertThat(validate(calling.formatted(made.id())).at("/warnings")).isEqualTo("[]");
  }

  @Test
  void answersAlsoForWhatNobodyCanRead() {
    Reply found = API.postJson(BUILDER, NEW, "{\"name\": \n");

    assertThat(found.status()).isEqualTo(200);
    assertThat(found.at("/valid")).isEqualTo("false");
    assertThat(found.json().path("problems").size()).isOne();
  }

  @Test
  void tellsThatANameIsTakenByAnotherAlone() {
    assertThat(API.postJson(BUILDER, NEW, made.saying("Hello")).at("/problems/0/message"))
        .contains("is taken");
    assertThat(made.post("/validate", made.saying("Hello")).at("/valid")).isEqualTo("true");
  }

  @Test
  void tellsWhatCannotBeStored() {
    assertThat(API.postJson(BUILDER, NEW, made.saying("a\\u0000b")).at("/problems/0/message"))
        .contains("cannot be stored");
  }

  @Test
  void isForBuilders() {
    assertThat(API.postJson(VIEWER, NEW, "{}").status()).isEqualTo(403);
    assertThat(API.postJson(VIEWER, made.path() + "/validate", "{}").status()).isEqualTo(403);
  }

  private static Reply validate(String yaml) {
    return API.post(BUILDER, NEW, "application/yaml", yaml);
  }
}
