package dev.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pilothouse.app.RunningHouse.Answer;
import dev.pilothouse.testkit.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// "Why did this not run?", asked of real parts; and what the README says of it.
class VerdictsTest {
  @RegisterExtension static final RunningHouse house = new RunningHouse();

  private static final Path README = Path.of(System.getProperty("pilothouse.build"), "README.md");
  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final Pattern SAID = Pattern.compile("\"reason\": (\".*\"),?\n");

  private final Admin admin = new Admin(house);

  @Test
  void answersAsTheReadmeShows() throws IOException {
    String readme = Files.readString(README);
    String path = path(admin.postYaml("/v1/automations", inReadme(YAML, readme)));
    publish(path);

    String large = won("60000.0");
    String small = won("999.0");
    awaitItems("/v1/events/" + small + "/verdicts?verdict=not_met", 1);

    assertThat(verdict(large, "Onboard a won customer").path("verdict").asString())
        .isEqualTo("fired");
    JsonNode refused =
        admin.get("/v1/events/" + small + "/verdicts?verdict=not_met").json().path("items").path(0);
    assertThat(refused.path("reason").toString()).isEqualTo(inReadme(SAID, readme));
    assertThat(refused.path("automation").asString()).isEqualTo("Onboard a won customer");
  }

  /// Whoever asks a process that is busy gets what it had after a second, and asks on.
  private void awaitItems(String path, int count) {
    Wait.until(
        "there are " + count,
        Duration.ofMinutes(5),
        () -> admin.get(path).json().path("items").size() == count);
  }

  @Test
  void answersForEventsOfEveryTimeInTheLifeOfAnAutomation() {
    String type = "test." + UUID.randomUUID();
    String before = event(type, "{\"n\": 5}");
    String path = make(definition(type, type, "event.data.n > 1"));
    String asDraft = event(type, "{\"n\": 5}");
    publish(path);
    String fired = event(type, "{\"n\": 5}");
    String notMet = event(type, "{\"n\": 1}");
    assertThat(admin.post(path + "/pause", "{\"reason\": \"Wait for legal\"}").status())
        .isEqualTo(200);
    String paused = event(type, "{\"n\": 5}");
    assertThat(admin.post(path + "/resume", "{}").status()).isEqualTo(200);
    save(path, definition(type, type + ".other", "true"));
    publish(path);
    String otherType = event(type, "{\"n\": 5}");

    awaitItems(path + "/verdicts?limit=200", 6);
    assertThat(admin.get(path + "/verdicts?limit=200").json().path("items").valueStream())
        .extracting(it -> it.at("/event/id").asString(), VerdictsTest::inShort)
        .containsExactly(
            tuple(otherType, "other_type as 2: It listens to"),
            tuple(paused, "paused as 1: Not started: the"),
            tuple(notMet, "not_met as 1: 'event.data.n > 1'"),
            tuple(fired, "fired as 1: It started a"),
            tuple(asDraft, "not_published: It was published"),
            tuple(before, "not_published: It was published"));
    assertThat(verdict(paused, type).path("reason").asString()).endsWith(": Wait for legal");
    assertThat(verdict(notMet, type).path("reason").asString())
        .endsWith("It was version 1 then; now it is version 2.");
    assertThat(verdicts(otherType)).doesNotContainKey(type);
    String asked =
        "/v1/events/"
            + otherType
            + "/verdicts?automation="
            + path.substring("/v1/automations/".length());
    assertThat(admin.get(asked).json().at("/items/0/verdict").asString()).isEqualTo("other_type");
    assertThat(admin.get(path + "/verdicts?verdict=paused").json().path("items").size()).isOne();
  }

  @Test
  void tellsInTheListWhatCameOfEachEvent() {
    String type = "test." + UUID.randomUUID();
    String path = make(definition(type, type, "event.data.n > 1"));
    publish(path);
    String fired = event(type, "{\"n\": 5}");
    String notMet = event(type, "{\"n\": 1}");
    assertThat(admin.post(path + "/pause", "{\"reason\": \"Wait for legal\"}").status())
        .isEqualTo(200);
    String paused = event(type, "{\"n\": 5}");

    JsonNode listed = admin.get("/v1/events?include=outcome&type=" + type).json();

    assertThat(listed.path("items").valueStream())
        .extracting(
            it -> it.path("id").asString(),
            it -> it.at("/outcome/runs").asInt(),
            it -> it.at("/outcome/held").asInt())
        // one run of each is of the example, which hears every event
        .containsExactly(tuple(paused, 1, 1), tuple(notMet, 1, 0), tuple(fired, 2, 0));
  }

  @Test
  void tellsWhatWasRefusedAndWhy() {
    String source = "/" + UUID.randomUUID();

    Answer refused =
        admin.post(
            "/v1/events",
            "{\"specversion\": \"1.0\", \"id\": \"7\", \"source\": \"%s\", \"type\": \"run.mine\"}"
                .formatted(source));
    JsonNode kept = admin.get("/v1/events/refused?source=" + source).json().at("/items/0");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(kept.path("type").asString()).isEqualTo("run.mine");
    assertThat(kept.path("reason").asString()).contains("written by Pilothouse alone");
  }

  @Test
  void startsByHandOnceForEachKey() {
    String path =
        make(
            """
            {"name": "%s", "on": [{"api": {}, "input": {"type": "object", "required": ["customer"], "properties": {"customer": {"type": "string"}}}}],
             "steps": [{"id": "greet", "do": "transform", "with": {"text": "Hello ${event.data.customer}"}}]}\
            """
                .formatted(UUID.randomUUID()));
    assertThat(admin.post(path + "/runs", "{}").json().path("detail").asString())
        .contains("was never published");
    publish(path);

    Answer unfit = admin.post(path + "/runs", "{\"input\": {\"customer\": 7}}");
    Answer first = start(path, "1");
    Answer again = start(path, "1");

    assertThat(unfit.status()).isEqualTo(400);
    assertThat(unfit.json().at("/errors/0/path").asString()).isEqualTo("input.customer");
    assertThat(first.status()).as(first.whole().body()).isEqualTo(202);
    String run = first.json().path("run").asString();
    assertThat(again.json().path("run").asString()).isEqualTo(run);
    admin.awaitState(run, "finished");
    assertThat(admin.step(run, "greet").path("output").path("text").asString())
        .isEqualTo("Hello Ada");
    assertThat(admin.get("/v1/runs?automation=" + id(path)).json().path("items").size()).isOne();
  }

  @Test
  void takesCalledRunsAlongWhenARunIsCancelled() {
    String deepest = admin.publish("\"api\": {}", "", "{\"id\": \"nap\", \"wait\": \"2h\"}");
    String called =
        admin.publish(
            "\"api\": {}",
            "",
            "{\"id\": \"deeper\", \"call\": \"%s\", \"with\": {}}".formatted(deepest));
    String type =
        admin.publish("{\"id\": \"other\", \"call\": \"%s\", \"with\": {}}".formatted(called));
    String run = admin.sendOne(type);
    String child = calledBy(run);
    String grandchild = calledBy(child);
    admin.awaitState(grandchild, "waiting");

    assertThat(admin.post("/v1/runs/" + run + "/cancel", "{\"reason\": \"Wrong\"}").status())
        .isEqualTo(202);

    admin.awaitState(run, "cancelled");
    admin.awaitState(child, "cancelled");
    assertThat(admin.awaitState(grandchild, "cancelled").path("reason").asString())
        .contains("The run " + child + " of '" + called + "', whose step 'deeper'");
  }

  @Test
  void failsACallWithWhatTheCalledAutomationDoesNotAskFor() {
    String called =
        admin.publish(
            "\"api\": {}, \"input\": {\"properties\": {\"n\": {\"type\": \"integer\"}}}",
            "",
            "{\"stop\": {}}");
    String type =
        admin.publish(
            "{\"id\": \"other\", \"call\": \"%s\", \"with\": {\"n\": \"${event.data.n}\"}}"
                .formatted(called));

    String run = admin.send(type, "", "{\"n\": \"two\"}").getFirst();

    admin.awaitState(run, "failed");
    assertThat(admin.step(run, "other").path("error").path("message").asString())
        .contains("Expected a whole number at 'with.n', but found a text.");
    assertThat(admin.runsOf(called)).isEmpty();
  }

  private String calledBy(String run) {
    admin.awaitState(run, "waiting");
    return admin.run(run).at("/called/0/run").asString();
  }

  /// The verdict, the version that decided, and how the reason begins.
  private static String inShort(JsonNode item) {
    String version = item.path("number").isNull() ? "" : " as " + item.path("number").asInt();
    return item.path("verdict").asString()
        + version
        + ": "
        + Arrays.stream(item.path("reason").asString().split(" ", -1))
            .limit(3)
            .collect(Collectors.joining(" "));
  }

  private JsonNode verdict(String event, String automation) {
    return Objects.requireNonNull(verdicts(event).get(automation));
  }

  private Map<String, JsonNode> verdicts(String event) {
    return admin
        .get("/v1/events/" + event + "/verdicts")
        .json()
        .path("items")
        .valueStream()
        .collect(Collectors.toMap(it -> it.path("automation").asString(), Function.identity()));
  }

  private String won(String amount) {
    return event(
        "crm.deal.stage_changed",
        """
        {"stage": "won", "amount": %s, "company": "Ada Ltd", "name": "Engines"}\
        """
            .formatted(amount));
  }

  private String event(String type, String data) {
    return admin
        .post(
            "/v1/events",
            """
            {"specversion": "1.0", "id": "%s", "source": "/crm", "type": "%s", "subject": "deal/43", "data": %s}\
            """
                .formatted(UUID.randomUUID(), type, data))
        .json()
        .path("id")
        .asString();
  }

  private Answer start(String path, String key) {
    return admin.post(
        path + "/runs", "{\"input\": {\"customer\": \"Ada\"}}", "Idempotency-Key", key);
  }

  private static String definition(String name, String type, String when) {
    return """
    {"name": "%s", "on": [{"event": "%s", "when": "%s"}], "steps": [{"do": "transform", "with": {}}]}\
    """
        .formatted(name, type, when);
  }

  private String make(String definition) {
    return path(admin.post("/v1/automations", definition));
  }

  private static String path(Answer made) {
    assertThat(made.status()).as(made.whole().body()).isEqualTo(201);
    return "/v1/automations/" + made.json().path("id").asString();
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private void save(String path, String definition) {
    assertThat(
            admin
                .put(path + "/draft", definition, "If-Match", admin.get(path).header("ETag"))
                .status())
        .isEqualTo(200);
  }

  private void publish(String path) {
    Answer published = admin.post(path + "/publish", "{}");
    assertThat(published.status()).as(published.whole().body()).isEqualTo(200);
  }

  private static String inReadme(Pattern pattern, String readme) {
    Matcher matcher = pattern.matcher(readme);
    assertThat(matcher.find()).as("the README holds %s", pattern).isTrue();
    return matcher.group(1);
  }
}
