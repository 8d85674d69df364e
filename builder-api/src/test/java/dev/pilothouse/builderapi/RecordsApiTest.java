package dev.pilothouse.builderapi;

import static dev.pilothouse.model.Role.MEMBER;
import static dev.pilothouse.model.Role.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.spi.Records.Search;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordsApiTest {
  private static final ApiServer API = new ApiServer();

  private final String id = UUID.randomUUID().toString();

  @AfterAll
  static void close() {
    API.close();
  }

  @Test
  void keepsADealAndShowsItWithItsVersion() {
    Reply made =
        post("/v1/deals", "{\"id\": \"" + id + "\", \"stage\": \"won\", \"amount\": 1250.50}");

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.header("Location")).isEqualTo("/v1/deals/" + id);
    assertThat(made.header("ETag")).isEqualTo("\"1\"");
    Reply shown = API.get(VIEWER, "/v1/deals/" + id);
    assertThat(shown.text()).isEqualTo(made.text()).contains("\"amount\":1250.50");
    assertThat(shown.at("/createdAt")).isEqualTo("2026-11-20T09:58:00Z");
    assertThat(shown.at("/createdBy")).startsWith("key/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"contacts", "companies", "deals", "tasks", "activities"})
  void givesAnIdToWhatComesWithoutOne(String list) {
    Reply made = post("/v1/" + list, "{\"name\": \"Acme\"}");

    assertThat(made.status()).isEqualTo(201);
    assertThat(API.get(VIEWER, made.header("Location")).at("/name")).isEqualTo("Acme");
  }

  @Test
  void changesWhatIsNamedAndLeavesTheRest() {
    deal("{\"stage\": \"offer\", \"owner\": \"ann\"}");

    Reply changed = API.patch(MEMBER, "/v1/deals/" + id, "{\"stage\": \"won\"}");

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.header("ETag")).isEqualTo("\"2\"");
    assertThat(changed.at("/owner")).isEqualTo("ann");
  }

  @Test
  void letsNobodyOverwriteWhatTheyHaveNotSeen() {
    deal("{\"stage\": \"offer\"}");
    API.patch(MEMBER, "/v1/deals/" + id, "{\"stage\": \"talks\"}");

    Reply byHeader =
        API.patch(MEMBER, "/v1/deals/" + id, "{\"stage\": \"x\"}", "If-Match", "\"1\"");
    Reply byField = API.patch(MEMBER, "/v1/deals/" + id, "{\"stage\": \"x\", \"version\": 1}");
    Reply fresh = API.patch(MEMBER, "/v1/deals/" + id, "{\"stage\": \"x\"}", "If-Match", "\"2\"");

    assertThat(List.of(byHeader.status(), byField.status(), fresh.status()))
        .containsExactly(412, 412, 200);
    assertThat(byHeader.at("/detail")).contains("version 2");
  }

  @Test
  void takesARecordBackAsItWasRead() {
    deal("{\"stage\": \"offer\"}");

    Reply sentBack =
        API.patch(MEMBER, "/v1/deals/" + id, API.get(VIEWER, "/v1/deals/" + id).text());

    assertThat(sentBack.status()).isEqualTo(200);
  }

  @Test
  void tellsByPathWhatDoesNotFit() {
    Reply refused = post("/v1/deals", "{\"amount\": \"much\"}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/errors/0/path")).isEqualTo("amount");
    assertThat(refused.at("/errors/0/message")).isEqualTo("Expected a number, but found 'much'.");
    assertThat(refused.at("/errors/0/hint")).isEqualTo("Write it without quotes.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [1]                         | 400 | Expected an object
          {"name": "A                 | 400 | not well-formed
          {"id": 7}                   | 400 | Expected a text, but found a number.
          {"name": "\\u0000"}         | 400 | cannot be stored
          {"name": "A", "version": 0} | 201 | A
          """)
  void saysWhatIsWrongWithABody(String body, int status, String says) {
    Reply reply = post("/v1/deals", body);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.text()).contains(says);
  }

  @Test
  void givesAnIdOnce() {
    deal("{\"stage\": \"a\"}");

    Reply again = post("/v1/deals", "{\"id\": \"deal/" + id + "\"}");

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.at("/detail")).contains("deal/" + id);
  }

  @Test
  void movesNoRecordToAnotherId() {
    deal("{\"stage\": \"a\"}");

    assertThat(API.patch(MEMBER, "/v1/deals/" + id, "{\"id\": \"other\"}").at("/errors/0/path"))
        .isEqualTo("id");
  }

  @ParameterizedTest
  @CsvSource({"If-Match, yesterday", "If-Match, '\"a\"'"})
  void refusesAVersionThatIsNone(String header, String value) {
    deal("{\"stage\": \"a\"}");

    assertThat(API.patch(MEMBER, "/v1/deals/" + id, "{\"stage\": \"b\"}", header, value).status())
        .isEqualTo(400);
    assertThat(API.patch(MEMBER, "/v1/deals/" + id, "{\"version\": \"1\"}").at("/errors/0/path"))
        .isEqualTo("version");
  }

  @Test
  void completesATask() {
    String path = post("/v1/tasks", "{\"title\": \"Call\"}").header("Location");

    Reply completed = API.postJson(MEMBER, path + "/complete", "");

    assertThat(completed.status()).isEqualTo(200);
    assertThat(completed.at("/state")).isEqualTo("done");
  }

  @Test
  void changesNoActivity() {
    String path = post("/v1/activities", "{\"subject\": \"deal/1\"}").header("Location");

    assertThat(API.patch(MEMBER, path, "{\"text\": \"a\"}").status()).isEqualTo(405);
  }

  @Test
  void pagesThroughAListAndSearchesIt() {
    String word = UUID.randomUUID().toString();
    List.of("a", "b", "c").forEach(name -> post("/v1/companies", company(name, word)));

    Reply first = API.get(VIEWER, "/v1/companies?limit=2&q=" + word);
    Reply second =
        API.get(VIEWER, "/v1/companies?limit=2&q=" + word + "&before=" + first.at("/next"));

    assertThat(names(first)).containsExactly("c", "b");
    assertThat(names(second)).containsExactly("a");
    assertThat(second.json().path("next").isNull()).isTrue();
  }

  @Test
  void handsOnWordsAndFilters() {
    API.get(VIEWER, "/v1/deals?q=acme&stage=won&overdue=true");

    assertThat(API.records.asked)
        .isEqualTo(new Search("acme", Map.of("stage", "won", "overdue", "true")));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "stagee=won, found 'stagee'",
        "overdue=yes, as true or false",
        "limit=0, between 1 and 200",
        "before=x, 'next' of an earlier page"
      })
  void refusesWhatCannotBeAsked(String query, String says) {
    Reply refused = API.get(VIEWER, "/v1/deals?" + query);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/detail")).contains(says);
  }

  @Test
  void knowsNoOthers() {
    assertThat(API.get(VIEWER, "/v1/deals/" + id).status()).isEqualTo(404);
    assertThat(API.patch(MEMBER, "/v1/contacts/" + id, "{\"name\": \"A\"}").status())
        .isEqualTo(404);
    assertThat(API.postJson(MEMBER, "/v1/tasks/" + id + "/complete", "").at("/detail"))
        .contains("no task '" + id + "'");
  }

  @Test
  void letsAViewerChangeNothing() {
    assertThat(API.postJson(VIEWER, "/v1/deals", "{\"stage\": \"a\"}").status()).isEqualTo(403);
    assertThat(API.patch(VIEWER, "/v1/deals/" + id, "{}").at("/detail")).contains("change records");
    assertThat(API.postJson(VIEWER, "/v1/tasks/" + id + "/complete", "").status()).isEqualTo(403);
  }

  private void deal(String fields) {
    post("/v1/deals", "{\"id\": \"" + id + "\", " + fields.substring(1));
  }

  private static Reply post(String path, String body) {
    return API.postJson(MEMBER, path, body);
  }

  private static String company(String name, String word) {
    return "{\"name\": \"%s\", \"word\": \"%s\"}".formatted(name, word);
  }

  private static List<String> names(Reply page) {
    return page.json().path("items").valueStream().map(it -> it.path("name").asString()).toList();
  }
}
