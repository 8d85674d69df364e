package dev.pilothouse.builderapi;

import static dev.pilothouse.model.Role.BUILDER;
import static dev.pilothouse.model.Role.OPERATOR;
import static dev.pilothouse.model.Role.REVIEWER;
import static dev.pilothouse.model.Role.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.AutomationId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class StandingApiTest {
  private static final ApiServer API = new ApiServer();
  private static final String WHY = "{\"reason\": \"Wait for legal\"}";

  private final MadeAutomation made = MadeAutomation.in(API);

  @AfterAll
  static void close() {
    API.close();
  }

  @Test
  void pausesWithAReasonAndResumes() {
    var _ = made.publishing("Hello");

    Reply paused = API.postJson(OPERATOR, made.path() + "/pause", WHY);

    assertThat(paused.status()).isEqualTo(200);
    assertThat(paused.at("/state")).isEqualTo("paused");
    assertThat(paused.at("/number")).isEqualTo("1");
    assertThat(API.postJson(OPERATOR, made.path() + "/resume", "").at("/state"))
        .isEqualTo("published");
  }

  @Test
  void asksWhyItIsPaused() {
    var _ = made.publishing("Hello");

    Reply refused = made.post("/pause", "");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/errors/0/path")).isEqualTo("reason");
  }

  @Test
  void saysWhyItCannotBe() {
    assertThat(made.post("/pause", WHY).status()).isEqualTo(409);
    assertThat(made.post("/resume", "").at("/detail")).contains("'draft'");
    assertThat(made.post("/restore", "").status()).isEqualTo(409);
  }

  @Test
  void putsAwayAndBringsBack() {
    var _ = made.publishing("Hello");

    assertThat(made.post("/archive", "{\"reason\": \"Not needed\"}").at("/state"))
        .isEqualTo("archived");
    assertThat(listed("")).isFalse();
    assertThat(listed("&state=archived")).isTrue();
    assertThat(made.post("/restore", "").at("/state")).isEqualTo("paused");
    assertThat(listed("&state=paused,draft")).isTrue();
  }

  @Test
  void tellsItsHistoryByPages() {
    var _ = made.publishing("Hello");
    var _ = made.post("/pause", WHY);
    var _ = made.post("/resume", "");

    Reply first = made.get("/history?limit=2");

    assertThat(first.at("/items/0/change")).isEqualTo("resumed");
    assertThat(first.at("/items/1/change")).isEqualTo("paused");
    assertThat(first.at("/items/1/note")).isEqualTo("Wait for legal");
    assertThat(first.at("/items/1/state")).isEqualTo("paused");
    assertThat(first.at("/items/1/byName")).startsWith("Who is");
    Reply second = made.get("/history?limit=2&before=" + first.at("/next"));
    assertThat(second.at("/items/0/change")).isEqualTo("published");
    assertThat(second.json().path("next").isNull()).isTrue();
    assertThat(made.get("/history?before=x").status()).isEqualTo(400);
  }

  @Test
  void knowsNoOthers() {
    String other = MadeAutomation.AUTOMATIONS + "/" + AutomationId.next();

    assertThat(API.postJson(BUILDER, other + "/pause", WHY).status()).isEqualTo(404);
    assertThat(API.get(VIEWER, other + "/history").status()).isEqualTo(404);
    assertThat(API.get(VIEWER, other + "/versions").status()).isEqualTo(404);
  }

  @Test
  void isForThoseWhoMay() {
    assertThat(API.postJson(REVIEWER, made.path() + "/pause", WHY).status()).isEqualTo(403);
    assertThat(API.postJson(OPERATOR, made.path() + "/archive", "").status()).isEqualTo(403);
    assertThat(API.postJson(VIEWER, made.path() + "/restore", "").status()).isEqualTo(403);
  }

  private boolean listed(String more) {
    return API.get(VIEWER, MadeAutomation.AUTOMATIONS + "?limit=200" + more)
        .json()
        .path("items")
        .valueStream()
        .anyMatch(it -> it.path("name").asString().equals(made.name()));
  }
}
