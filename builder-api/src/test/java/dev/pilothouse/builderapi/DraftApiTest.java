package dev.pilothouse.builderapi;

import static dev.pilothouse.builderapi.MadeAutomation.definition;
import static dev.pilothouse.model.Role.BUILDER;
import static dev.pilothouse.model.Role.OPERATOR;
import static dev.pilothouse.model.Role.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DraftApiTest {
  private static final ApiServer API = new ApiServer();

  private final MadeAutomation made = MadeAutomation.in(API);

  @AfterAll
  static void close() {
    API.close();
  }

  @Test
  void savesADraftOverTheOneThatWasSeen() {
    Reply saved = made.save(made.saying("Good day"));

    assertThat(saved.status()).isEqualTo(200);
    assertThat(saved.at("/problems")).isEqualTo("[]");
    assertThat(saved.header("ETag")).isEqualTo(made.tag());
    assertThat(made.get("").at("/source/text")).isEqualTo(made.saying("Good day"));
    assertThat(made.get("").at("/savedByName")).startsWith("Who is key/");
  }

  @Test
  void overwritesNothingWithoutATag() {
    Reply refused =
        API.send(
            API.as(BUILDER, made.path() + "/draft")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(made.saying("Good day"))));

    assertThat(refused.status()).isEqualTo(428);
    assertThat(refused.at("/detail")).contains("If-Match");
    assertThat(made.get("").at("/source/text")).isEqualTo(made.saying("Hello"));
  }

  @Test
  void tellsTheSecondOfTwoEditorsWhoWasFirst() {
    String seenByBoth = made.tag();
    var _ = API.put(BUILDER, made.path() + "/draft", seenByBoth, made.saying("Hers"));

    Reply refused = API.put(BUILDER, made.path() + "/draft", seenByBoth, made.saying("His"));

    assertThat(refused.status()).isEqualTo(412);
    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    assertThat(refused.at("/detail")).contains("Who is key/", "saved another one at");
    assertThat(refused.at("/savedBy")).startsWith("key/");
    assertThat(refused.header("ETag")).isEqualTo(made.tag());
    assertThat(made.get("").at("/source/text")).isEqualTo(made.saying("Hers"));
  }

  @Test
  void takesAWeakTagAndAStarAsWell() {
    assertThat(
            API.put(BUILDER, made.path() + "/draft", "W/" + made.tag(), made.saying("A")).status())
        .isEqualTo(200);
    assertThat(API.put(BUILDER, made.path() + "/draft", "*", made.saying("B")).status())
        .isEqualTo(200);
  }

  @Test
  void isNotDisturbedByAPauseMeanwhile() {
    var _ = made.publishing("Hello");
    String seen = made.tag();
    var _ = made.post("/pause", "{\"reason\": \"Wait\"}");

    assertThat(made.tag()).isNotEqualTo(seen);
    assertThat(API.put(BUILDER, made.path() + "/draft", seen, made.saying("Good day")).status())
        .isEqualTo(200);
  }

  @Test
  void answersNothingNewToWhoHasSeenItAll() {
    var seen = API.as(VIEWER, made.path()).header("If-None-Match", made.tag()).GET();
    assertThat(API.send(seen).status()).isEqualTo(304);

    var _ = made.publishing("Hello");

    assertThat(API.send(seen).status()).isEqualTo(200);
  }

  @Test
  void savesHalfDoneWorkAndTellsWhatIsMissing() {
    Reply saved =
        made.save("{\"name\": \"" + made.name() + "\",\n \"steps\": [{\"do\": \"sing\"}]}");

    assertThat(saved.status()).isEqualTo(200);
    assertThat(saved.json().path("problems").size()).isEqualTo(2);
    assertThat(saved.at("/problems/1/path")).isEqualTo("steps[0].do");
    assertThat(saved.at("/problems/1/line")).isEqualTo("2");
    assertThat(made.post("/publish", "").status()).isEqualTo(400);
  }

  @Test
  void savesNothingThatNobodyCanRead() {
    Reply refused = made.save("{\"name\": ");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("errors").size()).isOne();
    assertThat(made.get("").at("/source/text")).isEqualTo(made.saying("Hello"));
  }

  @Test
  void tellsThatTheNameIsTaken() {
    MadeAutomation other = MadeAutomation.in(API);

    Reply saved = made.save(definition(other.name(), "Hello"));

    assertThat(saved.status()).isEqualTo(200);
    assertThat(saved.at("/problems/0/path")).isEqualTo("name");
    assertThat(saved.at("/problems/0/message")).contains(other.name());
  }

  @Test
  void savesNothingOverWhatIsArchived() {
    var _ = made.post("/archive", "");

    Reply refused = made.save(made.saying("Good day"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.at("/detail")).contains("archived");
  }

  @Test
  void givesYamlBackAsItWasWritten() {
    String yaml =
        "# ours\nname: Yaml %s\non: [{event: a}]\nsteps: []\n".formatted(UUID.randomUUID());
    String path =
        API.post(BUILDER, MadeAutomation.AUTOMATIONS, "application/yaml", yaml).header("Location");

    Reply text = API.get(VIEWER, path + "/draft");

    assertThat(text.text()).isEqualTo(yaml);
    assertThat(text.header("Content-Type")).startsWith("application/yaml");
    assertThat(API.get(VIEWER, path).at("/source/format")).isEqualTo("yaml");
    assertThat(API.get(VIEWER, path).at("/draft/on/0/event")).isEqualTo("a");
  }

  @Test
  void laysADraftOutInAnotherFormat() {
    Reply yaml = made.get("/draft?format=yaml");

    assertThat(yaml.header("Content-Type")).startsWith("application/yaml");
    assertThat(yaml.text()).startsWith("name: ").contains("- id: greet");
    assertThat(made.get("/draft?format=json").text()).isEqualTo(made.saying("Hello"));
    assertThat(made.get("/draft?format=xml").status()).isEqualTo(400);
  }

  @Test
  void letsAnOperatorSaveNothing() {
    assertThat(API.put(OPERATOR, made.path() + "/draft", made.tag(), "{}").status()).isEqualTo(403);
  }
}
