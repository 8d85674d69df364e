package dev.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.app.RunningHouse.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Publishing, pausing and going back while events come in, on real parts.
class AutomationLifeTest {
  @RegisterExtension static final RunningHouse house = new RunningHouse();

  private final Admin admin = new Admin(house);
  private final String type = "test." + UUID.randomUUID();
  private final String path = made();

  @Test
  void startsNothingFromThePauseOnAndAgainFromTheResumption() {
    publish();
    assertThat(send()).hasSize(1);

    assertThat(admin.post(path + "/pause", "{\"reason\": \"Wait for legal\"}").status())
        .isEqualTo(200);
    assertThat(send()).isEmpty();

    assertThat(admin.post(path + "/resume", "").status()).isEqualTo(200);
    assertThat(send()).hasSize(1);
  }

  @Test
  void startsNothingThatIsSentAfterThePauseWasAnsweredHoweverManyAreOnTheirWay() {
    publish();
    AtomicBoolean answered = new AtomicBoolean();
    AtomicBoolean over = new AtomicBoolean();
    ConcurrentLinkedQueue<List<String>> after = new ConcurrentLinkedQueue<>();
    List<CompletableFuture<Void>> senders =
        IntStream.range(0, 4)
            .mapToObj(_ ->
                CompletableFuture.runAsync(() -> {
                  while (!over.get()) {
                    boolean late = answered.get();
                    List<String> runs = send();
                    if (late) {
                      after.add(runs);
                      over.set(after.size() > 20);
                    }
                  }
                }))
            .toList();

    assertThat(admin.post(path + "/pause", "{\"reason\": \"Stop\"}").status()).isEqualTo(200);
    answered.set(true);
    senders.forEach(CompletableFuture::join);

    assertThat(after).isNotEmpty().allMatch(List::isEmpty);
  }

  @Test
  void runsWhatIsSentAfterAPublishOnThatVersionAndLeavesRunsUnderWayOnTheirs() {
    save("{\"id\": \"nap\", \"wait\": \"2h\"}");
    String first = publish();
    String underWay = send().getFirst();
    admin.awaitState(underWay, "waiting");

    save("{\"id\": \"other\", \"do\": \"transform\", \"with\": {}}");
    String second = publish();

    assertThat(admin.run(send().getFirst()).path("version").asString()).isEqualTo(second);
    assertThat(admin.post("/v1/runs/" + underWay + "/retry", "{}").status()).isEqualTo(202);
    JsonNode ended = admin.awaitState(underWay, "finished");
    assertThat(ended.path("version").asString()).isEqualTo(first);
    assertThat(ended.path("steps").path(0).path("id").asString()).isEqualTo("nap");
  }

  @Test
  void goesBackToAnEarlierVersion() {
    String first = publish();
    save("{\"id\": \"other\", \"do\": \"transform\", \"with\": {}}");
    publish();

    assertThat(admin.post(path + "/rollback", "{\"to\": 1}").status()).isEqualTo(200);

    assertThat(admin.run(send().getFirst()).path("version").asString()).isEqualTo(first);
    assertThat(admin.get(path + "/diff?from=1&to=2").json().path("same").asBoolean()).isFalse();
  }

  @Test
  void knowsNoVersionByWhatCannotBeStored() {
    publish();

    assertThat(admin.get(path + "/diff?from=%00").status()).isEqualTo(404);
    assertThat(admin.post(path + "/rollback", "{\"to\": \"\\u0000\"}").status()).isEqualTo(404);
  }

  @Test
  void letsOneOfTwoSaveWhoSaveAtOnce() {
    String seen = tag();

    List<Integer> answers =
        List.of("Hers", "His").stream()
            .map(name -> CompletableFuture.supplyAsync(() -> put(definition(greeting(name)), seen)))
            .toList()
            .stream()
            .map(answer -> answer.join().status())
            .sorted()
            .toList();

    assertThat(answers).containsExactly(200, 412);
    Answer late = put(definition(greeting("Late")), seen);
    assertThat(late.json().path("detail").asString()).contains("test saved another one");
    assertThat(late.header("ETag")).isEqualTo(tag());
  }

  @Test
  void staysAsItIsOverARestart() {
    publish();
    assertThat(admin.post(path + "/pause", "{\"reason\": \"Over night\"}").status()).isEqualTo(200);

    house.restart(Map.of(), () -> {});

    assertThat(send()).isEmpty();
    assertThat(admin.get(path).json().path("state").asString()).isEqualTo("paused");
    assertThat(admin.post(path + "/resume", "").status()).isEqualTo(200);
    assertThat(send()).hasSize(1);
    assertThat(
            StreamSupport.stream(
                    admin.get(path + "/history").json().path("items").spliterator(), false)
                .map(it -> it.path("change").asString()))
        .containsExactly("resumed", "paused", "published");
  }

  @Test
  void tellsTheJournalAndStartsNothingThatListensToAllFromOutside() {
    publish();
    String subject = "automation/" + path.substring(path.lastIndexOf('/') + 1);

    JsonNode told = admin.get("/v1/events?subject=" + subject).json().path("items").path(0);

    assertThat(told.path("type").asString()).isEqualTo("automation.published");
    JsonNode whole = admin.get("/v1/events/" + told.path("id").asString()).json();
    assertThat(whole.path("data").path("name").asString()).isEqualTo(type);
    assertThat(whole.path("before").path("state").asString()).isEqualTo("draft");
    assertThat(whole.path("after").path("state").asString()).isEqualTo("published");
    assertThat(
            StreamSupport.stream(
                admin.get("/v1/runs?limit=200").json().path("items").spliterator(), false))
        .noneMatch(run -> run.path("event").path("subject").asString().equals(subject));
  }

  private String made() {
    return "/v1/automations/"
        + admin.post("/v1/automations", definition(greeting("Hello"))).json().path("id").asString();
  }

  private String publish() {
    Answer published = admin.post(path + "/publish", "{}");
    assertThat(published.status()).as(published.whole().body()).isEqualTo(200);
    return published.json().path("version").asString();
  }

  private void save(String steps) {
    Answer saved = put(definition(steps), tag());
    assertThat(saved.json().path("problems").size()).as(saved.whole().body()).isZero();
  }

  private Answer put(String definition, String tag) {
    return admin.put(path + "/draft", definition, "If-Match", tag);
  }

  private String tag() {
    return admin.get(path).header("ETag");
  }

  private List<String> send() {
    return admin.send(type, "", "{}");
  }

  private String definition(String steps) {
    return "{\"name\": \"%s\", \"on\": [{\"event\": \"%s\"}], \"steps\": [%s]}"
        .formatted(type, type, steps);
  }

  private static String greeting(String text) {
    return "{\"id\": \"greet\", \"do\": \"transform\", \"with\": {\"text\": \"%s\"}}"
        .formatted(text);
  }
}
