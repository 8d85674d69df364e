package dev.pilothouse.builderapi;

import static dev.pilothouse.model.Role.BUILDER;
import static dev.pilothouse.model.Role.MEMBER;
import static dev.pilothouse.model.Role.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Draft;
import dev.pilothouse.model.Json;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PublishApiTest {
  private static final ApiServer API = new ApiServer();

  private final MadeAutomation made = MadeAutomation.in(API);

  @AfterAll
  static void close() {
    API.close();
  }

  @Test
  void publishesWithANote() {
    Reply published = made.post("/publish", "{\"note\": \"The first one\"}");

    assertThat(published.status()).isEqualTo(200);
    assertThat(published.at("/state")).isEqualTo("published");
    assertThat(published.at("/number")).isEqualTo("1");
    assertThat(published.at("/unpublishedChanges")).isEqualTo("false");
    assertThat(published.at("/warnings")).isEqualTo("[]");
    assertThat(made.get("/versions/1").at("/note")).isEqualTo("The first one");
  }

  @Test
  void publishesTheDraftThatWasSeenAndNoOther() {
    String seen = made.tag();
    var _ = made.save(made.saying("Another"));

    Reply refused =
        API.send(
            API.as(BUILDER, made.path() + "/publish")
                .header("If-Match", seen)
                .POST(BodyPublishers.noBody()));

    assertThat(refused.status()).isEqualTo(412);
    assertThat(made.get("").at("/state")).isEqualTo("draft");
  }

  @Test
  void checksADraftThatIsSavedWhileItPublishes() {
    API.publications.meanwhile.add(() -> saveUnseen("{\"name\": \"Half done\"}"));

    Reply refused = made.post("/publish", "");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(made.get("").at("/state")).isEqualTo("draft");
  }

  @Test
  void publishesASoundDraftThatIsSavedWhileItPublishes() {
    API.publications.meanwhile.add(() -> saveUnseen(made.saying("Saved meanwhile")));

    assertThat(made.post("/publish", "").status()).isEqualTo(200);

    assertThat(made.get("/versions/1").at("/source/text"))
        .isEqualTo(made.saying("Saved meanwhile"));
  }

  @Test
  void answersTheSameWhenTheSameIsPublishedAgain() {
    Reply first = made.post("/publish", "");

    assertThat(made.post("/publish", "").at("/version")).isEqualTo(first.at("/version"));
    assertThat(made.get("/history").json().path("items").size()).isOne();
  }

  @Test
  void goesBackToAnEarlierVersionAndLeavesTheDraftAlone() {
    var _ = made.publishing("One").publishing("Two");
    var _ = made.save(made.saying("Three"));

    Reply back = made.post("/rollback", "{\"to\": 1, \"note\": \"Two was wrong\"}");

    assertThat(back.status()).isEqualTo(200);
    assertThat(back.at("/number")).isEqualTo("1");
    assertThat(back.at("/unpublishedChanges")).isEqualTo("true");
    assertThat(made.get("").at("/source/text")).isEqualTo(made.saying("Three"));
    assertThat(made.get("/history").at("/items/0/change")).isEqualTo("rolled_back");
    assertThat(made.get("/history").at("/items/0/note")).isEqualTo("Two was wrong");
  }

  @Test
  void goesBackByHash() {
    var _ = made.publishing("One").publishing("Two");
    String hash = made.get("/versions/1").at("/version");

    assertThat(made.post("/rollback", "{\"to\": \"" + hash + "\"}").at("/number")).isEqualTo("1");
  }

  @Test
  void goesBackAlsoToWhatTheHouseWouldRefuseToday() {
    Draft old = Draft.of(new Json(made.saying("One").replace("transform", "left.the_house")));
    saveUnseen(old.definition().text());
    var draft = API.automations.find(AccountsFake.TENANT, KnownAutomations.id(made.id()));
    var version =
        API.automations.keep(
            KnownAutomations.id(made.id()), draft.orElseThrow().draft(), "", "long ago");
    var _ = made.publishing("Two");

    Reply back = made.post("/rollback", "{\"to\": " + version.number() + "}");

    assertThat(back.status()).isEqualTo(200);
    assertThat(back.at("/warnings/0/path")).isEqualTo("steps[0].do");
  }

  @Test
  void saysToWhichVersionOneCanGoBack() {
    var _ = made.publishing("One");

    assertThat(made.post("/rollback", "{\"to\": 7}").status()).isEqualTo(404);
    assertThat(made.post("/rollback", "{\"to\": 7}").at("/detail")).contains("no version '7'");
    assertThat(made.post("/rollback", "{}").at("/errors/0/path")).isEqualTo("to");
  }

  @Test
  void refusesANoteThatDoesNotFit() {
    Reply refused = made.post("/publish", "{\"note\": \"" + "x".repeat(1_001) + "\"}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/errors/0/path")).isEqualTo("note");
  }

  @Test
  void isForBuilders() {
    assertThat(API.postJson(OPERATOR, made.path() + "/publish", "").status()).isEqualTo(403);
    assertThat(API.postJson(MEMBER, made.path() + "/rollback", "{}").status()).isEqualTo(403);
  }

  private void saveUnseen(String text) {
    var id = KnownAutomations.id(made.id());
    var seen = API.automations.find(AccountsFake.TENANT, id).orElseThrow().draft().tag();
    var _ =
        API.automations.save(AccountsFake.TENANT, id, seen, Draft.of(new Json(text)), "key/other");
  }
}
