package dev.pilothouse.builderapi;

import static dev.pilothouse.model.Role.BUILDER;
import static dev.pilothouse.model.Role.OPERATOR;
import static dev.pilothouse.model.Role.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.chain.DefinitionLayout;
import dev.pilothouse.chain.DefinitionSchema;
import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.Draft;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.SourceFormat;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.model.WrittenText;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AutomationsApiTest {
  private static final ApiServer API = new ApiServer();
  private static final String AUTOMATIONS = "/v1/automations";

  private final String name = "Onboard " + UUID.randomUUID();

  @AfterAll
  static void close() {
    API.close();
  }

  @Test
  void keepsADraftWordForWord() {
    Reply created = create();

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.at("/name")).isEqualTo(name);
    assertThat(created.at("/state")).isEqualTo("draft");
    Reply shown = API.get(VIEWER, created.header("Location"));
    assertThat(shown.at("/id")).isEqualTo(created.at("/id"));
    assertThat(shown.json().path("version").isNull()).isTrue();
    assertThat(shown.at("/source/text")).isEqualTo(definition());
  }

  @Test
  void publishesADraft() {
    String path = create().header("Location");

    Reply published = API.postJson(BUILDER, path + "/publish", "");

    String version = VersionId.of(DefinitionLayout.read(written(definition()))).hash();
    assertThat(published.status()).isEqualTo(200);
    assertThat(published.at("/version")).isEqualTo(version);
    assertThat(API.get(VIEWER, path).at("/state")).isEqualTo("published");
    assertThat(API.get(VIEWER, path).at("/version")).isEqualTo(version);
  }

  @Test
  void checksTheDraftAgainBeforeItGoesLive() {
    AutomationId broken =
        API.automations
            .create(
                AccountsFake.TENANT,
                name,
                Draft.of(new Json(definition().replace("transform", "left.the_house"))),
                "migration")
            .orElseThrow();

    Reply published = API.postJson(BUILDER, AUTOMATIONS + "/" + broken + "/publish", "");

    assertThat(published.status()).isEqualTo(400);
    assertThat(published.at("/errors/0/path")).isEqualTo("steps[0].do");
  }

  @Test
  void takesANameOnce() {
    create();

    Reply again = create();

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.at("/detail")).contains(name);
  }

  @Test
  void listsThem() {
    create();

    assertThat(API.get(VIEWER, AUTOMATIONS).json().path("items").valueStream())
        .anyMatch(it -> it.path("name").asString().equals(name) && !it.has("draft"));
  }

  @Test
  void findsThemByStateAndText() {
    create();

    assertThat(names("?q=" + name.substring(0, 20).replace(" ", "%20"))).containsExactly(name);
    assertThat(names("?state=published&q=" + name.substring(8))).isEmpty();
    assertThat(names("?state=draft,paused&q=" + name.substring(8))).containsExactly(name);
    assertThat(API.get(VIEWER, AUTOMATIONS + "?state=asleep").at("/detail"))
        .contains("draft, published, paused, archived", "'asleep'");
  }

  @Test
  void listsThemByPages() {
    create();

    Reply first = API.get(VIEWER, AUTOMATIONS + "?limit=1");
    assertThat(first.json().path("items").size()).isOne();
    assertThat(API.get(VIEWER, AUTOMATIONS + "?before=nonsense").status()).isEqualTo(400);
  }

  @Test
  void refusesWhatIsTooLarge() {
    String large = definition().replace("Hello", "x".repeat(300_000));

    Reply refused = API.postJson(BUILDER, AUTOMATIONS, large);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/errors/0/message")).contains("262144");
  }

  @Test
  void handsOutTheSchema() {
    Reply schema = API.get(VIEWER, AUTOMATIONS + "/schema");

    assertThat(schema.header("Content-Type")).startsWith("application/schema+json");
    assertThat(schema.text()).isEqualTo(DefinitionSchema.json().text());
  }

  @Test
  void knowsNoOthers() {
    assertThat(API.get(VIEWER, AUTOMATIONS + "/" + AutomationId.next()).status()).isEqualTo(404);
    assertThat(API.postJson(BUILDER, AUTOMATIONS + "/nonsense/publish", "").status())
        .isEqualTo(404);
  }

  @Test
  void letsAnOperatorBuildNothing() {
    assertThat(API.postJson(OPERATOR, AUTOMATIONS, definition()).status()).isEqualTo(403);
    assertThat(
            API.postJson(OPERATOR, AUTOMATIONS + "/" + AutomationId.next() + "/publish", "")
                .status())
        .isEqualTo(403);
  }

  private static WrittenText written(String definition) {
    return new WrittenText(SourceFormat.JSON, definition);
  }

  private static List<String> names(String filter) {
    return API.get(VIEWER, AUTOMATIONS + filter)
        .json()
        .path("items")
        .valueStream()
        .map(it -> it.path("name").asString())
        .toList();
  }

  private Reply create() {
    return API.postJson(BUILDER, AUTOMATIONS, definition());
  }

  private String definition() {
    return """
    {"name": "%s", "on": [{"event": "crm.deal.won"}],
     "steps": [{"id": "greet", "do": "transform", "with": {"text": "Hello ${event.subject}"}}]}\
    """
        .formatted(name);
  }
}
