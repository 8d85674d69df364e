package dev.pilothouse.builderapi;

import static dev.pilothouse.model.Role.BUILDER;
import static dev.pilothouse.model.Role.OPERATOR;
import static dev.pilothouse.model.Role.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class VersionsApiTest {
  private static final ApiServer API = new ApiServer();

  private final MadeAutomation made = MadeAutomation.in(API);

  @AfterAll
  static void close() {
    API.close();
  }

  @Test
  void listsVersionsNewestFirstByPages() {
    var _ = made.publishing("One").publishing("Two").publishing("Three");

    Reply first = made.get("/versions?limit=2");

    assertThat(first.at("/items/0/number")).isEqualTo("3");
    assertThat(first.at("/items/0/note")).isEqualTo("Three");
    assertThat(first.at("/items/0/inForce")).isEqualTo("true");
    assertThat(first.at("/items/1/inForce")).isEqualTo("false");
    assertThat(first.at("/items/0/publishedBy")).startsWith("key/");
    assertThat(made.get("/versions?before=" + first.at("/next")).at("/items/0/number"))
        .isEqualTo("1");
  }

  @Test
  void takesNoNumberForACursorThatNoVersionCanHave() {
    Reply refused = made.get("/versions?before=99999999999");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/detail")).contains("'before'", "'99999999999'");
  }

  @Test
  void knowsNoVersionByWhatCannotBeStored() {
    var _ = made.publishing("One");

    assertThat(made.get("/diff?from=%00").status()).isEqualTo(404);
    assertThat(made.post("/rollback", "{\"to\": \"\\u0000\"}").status()).isEqualTo(404);
  }

  @Test
  void showsAVersionByNumberAndByHash() {
    var _ = made.publishing("One").publishing("Two");

    Reply one = made.get("/versions/1");

    assertThat(one.at("/definition/steps/0/with/text")).isEqualTo("One");
    assertThat(one.at("/source/text")).isEqualTo(made.saying("One"));
    assertThat(made.get("/versions/" + one.at("/version")).at("/number")).isEqualTo("1");
    assertThat(made.get("/versions/3").status()).isEqualTo(404);
    assertThat(made.get("/versions/9999999999").status()).isEqualTo(404);
  }

  @Test
  void tellsWhatAPublishWouldChange() {
    var _ = made.publishing("One");
    var _ = made.save(made.saying("Two"));

    Reply diff = made.get("/diff");

    assertThat(diff.at("/from")).isEqualTo("1");
    assertThat(diff.at("/to")).isEqualTo("draft");
    assertThat(diff.at("/same")).isEqualTo("false");
    assertThat(diff.json().path("changes").size()).isOne();
    assertThat(diff.at("/changes/0/kind")).isEqualTo("changed");
    assertThat(diff.at("/changes/0/path")).isEqualTo("/steps/greet/with/text");
    assertThat(diff.at("/changes/0/before")).isEqualTo("One");
    assertThat(diff.at("/changes/0/after")).isEqualTo("Two");
    assertThat(diff.at("/changes/0/words"))
        .isEqualTo("Step 'greet' (transform): with.text One → Two");
  }

  @Test
  void tellsWhatIsDifferentBetweenAnyTwo() {
    var _ = made.publishing("One").publishing("Two");

    assertThat(made.get("/diff?from=2&to=1").at("/changes/0/after")).isEqualTo("One");
    assertThat(made.get("/diff?from=2&to=draft").at("/same")).isEqualTo("true");
    assertThat(made.get("/diff?from=2&to=5").status()).isEqualTo(404);
  }

  @Test
  void comparesADraftWithNothingThatNeverWas() {
    Reply refused = made.get("/diff");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.at("/detail")).contains("ever published");
  }

  @Test
  void copiesADraftUnderANameOfItsOwn() {
    String name = "Copy " + UUID.randomUUID();
    var _ = made.save(made.saying("Half done").replace("transform", "sing"));

    Reply copy = made.post("/clone", "{\"name\": \"" + name + "\"}");

    assertThat(copy.status()).isEqualTo(201);
    assertThat(copy.at("/name")).isEqualTo(name);
    assertThat(copy.at("/warnings/0/path")).isEqualTo("steps[0].do");
    Reply shown = API.get(VIEWER, copy.header("Location"));
    assertThat(shown.at("/state")).isEqualTo("draft");
    assertThat(shown.at("/source/text"))
        .isEqualTo(
            made.saying("Half done").replace("transform", "sing").replace(made.name(), name));
  }

  @Test
  void copiesAVersion() {
    var _ = made.publishing("One").publishing("Two");
    String name = "Copy " + UUID.randomUUID();

    Reply copy = made.post("/clone", "{\"name\": \"" + name + "\", \"from\": 1}");

    assertThat(API.get(VIEWER, copy.header("Location")).at("/draft/steps/0/with/text"))
        .isEqualTo("One");
  }

  @Test
  void givesACopyNoNameThatCannotBe() {
    assertThat(made.post("/clone", "{\"name\": \"" + made.name() + "\"}").status()).isEqualTo(409);
    assertThat(made.post("/clone", "{}").at("/errors/0/path")).isEqualTo("name");
    assertThat(made.post("/clone", "{\"name\": \"" + "x".repeat(201) + "\"}").status())
        .isEqualTo(400);
    assertThat(API.postJson(OPERATOR, made.path() + "/clone", "{}").status()).isEqualTo(403);
    assertThat(API.postJson(BUILDER, made.path() + "/clone", "{\"name\": \"a\\u0000\"}").status())
        .isEqualTo(400);
  }
}
