package dev.pilothouse.builderapi;

import static dev.pilothouse.model.Role.MEMBER;
import static dev.pilothouse.model.Role.VIEWER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.EventData.Parsed;
import dev.pilothouse.model.EventData.Raw;
import dev.pilothouse.model.Json;
import dev.pilothouse.spi.Journal.Refusal;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class IntakeApiTest {
  private static final ApiServer API = new ApiServer();
  private static final String EVENTS = "/v1/events";
  private static final String STRUCTURED = "application/cloudevents+json";
  private static final String BATCH = "application/cloudevents-batch+json";

  private final String id = UUID.randomUUID().toString();

  @AfterAll
  static void close() {
    API.close();
  }

  @Test
  void takesAWholeEnvelope() {
    Reply reply =
        API.post(
            MEMBER,
            EVENTS,
            STRUCTURED,
            """
            {"specversion": "1.0", "id": "%s", "source": "https://crm.example", "type": "crm.deal.won",
             "subject": "deal/42", "time": "2026-11-20T10:58:00+01:00", "data": {"amount": 12000.50}}\
            """
                .formatted(id));

    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.at("/position")).isNotEmpty();
    assertThat(reply.json().at("/runs").size()).isEqualTo(1);
    assertThat(reply.at("/duplicate")).isEqualTo("false");
    assertThat(taken())
        .isEqualTo(
            new CloudEvent(
                "https://crm.example",
                id,
                "crm.deal.won",
                "deal/42",
                Instant.parse("2026-11-20T09:58:00Z"),
                new Parsed(new Json("{\"amount\":12000.50}"))));
  }

  @Test
  void takesTheTimeOfArrivalWhereTheSenderGaveNone() {
    structured("");

    assertThat(Duration.between(taken().time(), Instant.now()).abs())
        .isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void takesPlainJsonForAnEnvelopeToo() {
    Reply reply = API.postJson(MEMBER, EVENTS, envelope(""));

    assertThat(reply.status()).isEqualTo(202);
    assertThat(taken().data()).isEqualTo(EventData.NONE);
  }

  @Test
  void letsExtensionAttributesBe() {
    assertThat(structured(", \"traceparent\": \"00-ab-cd-01\", \"priority\": 3").status())
        .isEqualTo(202);
  }

  @Test
  void keepsATextUnderAnotherContentTypeAsBytes() {
    structured(", \"datacontenttype\": \"text/csv\", \"data\": \"a;b\"");

    assertThat(taken().data()).isEqualTo(new Raw("text/csv", base64("a;b")));
  }

  @Test
  void keepsATextUnderJsonAsJson() {
    structured(", \"datacontenttype\": \"application/json\", \"data\": \"C:\\\\u0000\"");

    assertThat(taken().data()).isEqualTo(new Parsed(new Json("\"C:\\\\u0000\"")));
  }

  @Test
  void readsBytesInBase64() {
    structured(", \"datacontenttype\": \"image/png\", \"data_base64\": \"iVBORw==\"");

    assertThat(taken().data()).isEqualTo(new Raw("image/png", "iVBORw=="));
  }

  @Test
  void parsesJsonInBase64() {
    structured(
        ", \"datacontenttype\": \"application/json\", \"data_base64\": \""
            + base64("{\"a\": 1}")
            + "\"");

    assertThat(taken().data()).isEqualTo(new Parsed(new Json("{\"a\":1}")));
  }

  @Test
  void readsTheBinaryMode() {
    Reply reply =
        API.send(
            API.as(MEMBER, EVENTS)
                .header("ce-specversion", "1.0")
                .header("ce-id", id)
                .header("ce-source", "https://crm.example")
                .header("CE-Type", "crm.deal.won")
                .header("ce-subject", "deal/caf%C3%A9%20%2542+1")
                .header("ce-time", "2026-11-20T09:58:00Z")
                .header("ce-traceparent", "00-ab-cd-01")
                .header("Content-Type", "application/vnd.crm+json; charset=utf-8")
                .POST(BodyPublishers.ofString(" {\"amount\": 1} ")));

    assertThat(reply.status()).isEqualTo(202);
    assertThat(taken().subject()).isEqualTo("deal/café %42+1");
    assertThat(taken().data()).isEqualTo(new Parsed(new Json("{\"amount\":1}")));
  }

  @Test
  void keepsOtherContentOfTheBinaryModeAsBytes() {
    byte[] bytes = {0, 1, (byte) 0xff};

    binary("application/x-www-form-urlencoded", bytes);

    assertThat(taken().data())
        .isEqualTo(
            new Raw(
                "application/x-www-form-urlencoded", Base64.getEncoder().encodeToString(bytes)));
  }

  @Test
  void takesAnEmptyBodyOfTheBinaryModeForNoData() {
    binary("application/json", new byte[0]);

    assertThat(taken().data()).isEqualTo(EventData.NONE);
  }

  @Test
  void answersABatchInItsOrder() {
    Reply reply =
        API.post(
            MEMBER,
            EVENTS,
            BATCH,
            "[" + envelope("-a", "") + "," + envelope("-b", "") + "," + envelope("-a", "") + "]");

    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.json().valueStream().map(it -> it.path("duplicate").asBoolean()))
        .containsExactly(false, false, true);
  }

  @Test
  void takesNothingOfABatchInWhichOneIsWrong() {
    Reply reply = API.post(MEMBER, EVENTS, BATCH, "[" + envelope("-a", "") + ", {\"id\": 7}]");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/errors/1/path")).isEqualTo("[1].id");
    assertThat(API.intake.named(id + "-a")).isEmpty();
  }

  @Test
  void refusesABatchOfTooMany() {
    String many =
        IntStream.rangeClosed(0, 1_000).mapToObj(_ -> "{}").collect(Collectors.joining(","));

    Reply reply = API.post(MEMBER, EVENTS, BATCH, "[" + many + "]");

    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.at("/detail")).contains("1000").contains("1001");
  }

  @Test
  void takesDataOfJustTheLimit() {
    structured(", \"data\": \"" + "x".repeat(ApiServer.MOST_BYTES - 2) + "\"");

    assertThat(API.intake.named(id)).isPresent();
  }

  @Test
  void takesBytesOfJustTheLimitInBase64() {
    String bytes = Base64.getEncoder().encodeToString(new byte[ApiServer.MOST_BYTES]);

    assertThat(structured(", \"data_base64\": \"" + bytes + "\"").status()).isEqualTo(202);
  }

  @Test
  void namesTheLimitOfWhatIsTooLarge() {
    Reply reply = structured(", \"data\": \"" + "é".repeat(ApiServer.MOST_BYTES / 2) + "\"");

    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.at("/errors/0/path")).isEqualTo("data");
    assertThat(reply.at("/detail")).contains("65536");
  }

  @Test
  void readsNoMoreThanItTakes() {
    Reply reply = binary("text/plain", new byte[10 * ApiServer.MOST_BYTES]);

    assertThat(reply.status()).isEqualTo(413);
    assertThat(refusal(reply).bytes()).isEqualTo(10L * ApiServer.MOST_BYTES);
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    Reply reply =
        API.post(
            MEMBER,
            EVENTS,
            STRUCTURED,
            "{\"specversion\": \"0.3\", \"id\": 7, \"time\": \"yesterday\", \"data_base64\": \"?\"}");

    assertThat(reply.json().at("/errors").valueStream().map(it -> it.path("path").asString()))
        .containsExactlyInAnyOrder("specversion", "id", "source", "type", "time", "data_base64");
  }

  @Test
  void keepsARefusedDeliveryByWhatCanBeReadOfIt() {
    Reply reply =
        API.post(
            MEMBER,
            EVENTS,
            STRUCTURED,
            "{\"specversion\":\"1.0\",\"id\":\""
                + id
                + "\",\"source\":\"a\\u0000b\",\"type\":\"run.finished\"}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(refusal(reply).sourceId()).isEqualTo(id);
    assertThat(refusal(reply).source()).isEqualTo("a?b");
    assertThat(refusal(reply).type()).isEqualTo("run.finished");
    assertThat(refusal(reply).reason()).contains("written by Pilothouse alone");
  }

  @Test
  void keepsTheReasonAlsoWhereOneThingAloneIsWrong() {
    Reply reply = API.postJson(MEMBER, EVENTS, envelope("").replace("test.happened", ""));

    assertThat(refusal(reply).reason())
        .startsWith(
            "This is no CloudEvent of version 1.0 that can be taken. type: Expected a text");
  }

  @Test
  void keepsADeliveryRefusedForItsContentType() {
    Reply reply = API.post(MEMBER, EVENTS, "application/xml", "<" + id + "/>");

    assertThat(reply.status()).isEqualTo(415);
    assertThat(API.journal.refusals).anyMatch(it -> it.status() == 415);
  }

  @Test
  void letsAViewerSendNothing() {
    Reply reply = API.post(VIEWER, EVENTS, STRUCTURED, envelope(""));

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.at("/detail")).contains("'viewer'").contains("member");
    assertThat(API.journal.refusals).anyMatch(it -> it.status() == 403);
  }

  @Test
  void asksToComeAgainWhenThereIsTooMuch() {
    Reply reply =
        API.post(
            MEMBER, EVENTS, STRUCTURED, envelope("").replace("test.happened", "test.overload"));

    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.header("Retry-After")).isEqualTo("1");
    assertThat(API.meters.counter("pilothouse.events.turned.away").count()).isEqualTo(1);
    assertThat(API.journal.refusals).noneMatch(it -> it.status() == 429);
  }

  private Reply structured(String more) {
    return API.post(MEMBER, EVENTS, STRUCTURED, envelope(more));
  }

  private Reply binary(String contentType, byte[] body) {
    return API.send(
        API.as(MEMBER, EVENTS)
            .header("ce-specversion", "1.0")
            .header("ce-id", id)
            .header("ce-source", "/tests")
            .header("ce-type", "test.happened")
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  private String envelope(String more) {
    return envelope("", more);
  }

  private String envelope(String idEnd, String more) {
    return "{\"specversion\": \"1.0\", \"id\": \"%s\", \"source\": \"/tests\", \"type\": \"test.happened\"%s}"
        .formatted(id + idEnd, more);
  }

  private CloudEvent taken() {
    return API.intake.named(id).orElseThrow();
  }

  private Refusal refusal(Reply reply) {
    return API.journal.refusals.stream()
        .filter(it -> it.status() == reply.status() && it.sourceId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
