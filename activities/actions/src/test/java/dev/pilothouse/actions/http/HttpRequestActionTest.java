package dev.pilothouse.actions.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.actions.ACall;
import dev.pilothouse.actions.ActionContract;
import dev.pilothouse.actions.AnswerInAWord;
import dev.pilothouse.actions.schema.JsonTree;
import dev.pilothouse.actions.schema.WrittenPromises;
import dev.pilothouse.model.EffectClass;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.StepError;
import dev.pilothouse.spi.Action;
import dev.pilothouse.spi.ActionAnswer;
import dev.pilothouse.spi.ActionAnswer.Acted;
import dev.pilothouse.spi.ActionAnswer.Done;
import dev.pilothouse.spi.ActionAnswer.Failed;
import dev.pilothouse.spi.ActionAnswer.TryAgain;
import dev.pilothouse.spi.ActionCall;
import dev.pilothouse.spi.CallOptions;
import dev.pilothouse.spi.Preview;
import dev.pilothouse.testkit.HttpAnswer;
import dev.pilothouse.testkit.ReceivedRequest;
import dev.pilothouse.testkit.RecordingHttpServer;
import dev.pilothouse.testkit.RecordingSmtpServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class HttpRequestActionTest implements ActionContract {
  private static final HttpActionConfig HERE =
      new HttpActionConfig(List.of("127.0.0.1"), Duration.ofSeconds(5), 4_096);
  private static final HttpRequestAction ACTION = new HttpRequestAction(HERE);
  private static final HttpRequestAction STRICT =
      new HttpRequestAction(HttpActionConfig.defaults());
  private static final CallOptions KEYED =
      new CallOptions(Duration.ofSeconds(30), Optional.of("Idempotency-Key"), Optional.empty());

  @RegisterExtension final RecordingHttpServer server = new RecordingHttpServer();

  @Override
  public Action action() {
    return ACTION;
  }

  @Test
  void sendsWhatTheAuthorWrote() throws Exception {
    call(
        """
        {"method": "PUT", "url": "%s", "headers": {"Accept": "application/json"},
         "query": {"q": "a b&c", "n": 7, "tag": ["x", "y"]}, "body": {"amount": 1000.10}}
        """
            .formatted(server.url("/deals?first=1")));
    ReceivedRequest request = server.acted().only();
    assertThat(request.method()).isEqualTo("PUT");
    assertThat(request.target()).hasToString("/deals?first=1&q=a%20b%26c&n=7&tag=x&tag=y");
    assertThat(request.header("Accept")).contains("application/json");
    assertThat(request.header("Content-Type")).contains("application/json");
    assertThat(request.body()).isEqualTo("{\"amount\":1000.10}");
  }

  @Test
  void tellsWhatItWouldSendAndSendsNothing() {
    String input =
        """
        {"method": "POST", "url": "%s", "headers": {"Accept": "text/plain", "Authorization": "Bearer s3cret"},
         "query": {"deal": "42", "api_key": "s3cret"}, "body": {"amount": 1000.10}}
        """
            .formatted(server.url("/deals"));

    Preview preview = ACTION.preview(ACall.with(input, KEYED));

    assertThat(preview.sentence()).isEqualTo("Sends POST " + server.url("/deals") + ".");
    assertThat(preview.answer()).isEmpty();
    JsonNode sends = JsonTree.of(preview.details()).at("/sends/0");
    assertThat(sends.path("body").asString()).isEqualTo("{\"amount\":1000.10}");
    assertThat(sends.path("query").toString())
        .isEqualTo("{\"deal\":[\"42\"],\"api_key\":[\"•••\"]}");
    assertThat(sends.at("/headers/Accept/0").asString()).isEqualTo("text/plain");
    assertThat(sends.at("/headers/Idempotency-Key/0").asString())
        .isEqualTo(ACall.EFFECT.toString());
    assertThat(preview.details().text()).doesNotContain("s3cret");
    assertThat(server.arrived().all()).isEmpty();
  }

  @Test
  void sendsATextAsItIs() throws Exception {
    call("{\"method\":\"POST\",\"url\":\"%s\",\"body\":\"Grüße\"}".formatted(server.url("/")));
    assertThat(server.acted().only().body()).isEqualTo("Grüße");
    assertThat(server.acted().only().header("Content-Type")).contains("text/plain; charset=utf-8");
  }

  @Test
  void getsWhereNoMethodIsNamed() throws Exception {
    call("{\"url\":\"%s\"}".formatted(server.url("/")));
    assertThat(server.acted().only().method()).isEqualTo("GET");
  }

  @Test
  void changesNothingByAnOldConnection() throws Exception {
    call(post());
    assertThat(server.acted().only().header("Connection")).contains("close");
  }

  @Test
  void givesJsonAsItIs() throws Exception {
    server.answering(_ ->
        HttpAnswer.json("{\"total\": 1000.10}").withHeader("ETag", "\"7\"").withHeader("X", "y"));
    assertThat(done(call(get())))
        .isEqualTo(
            "{\"status\":200,\"headers\":{\"content-type\":\"application/json\",\"etag\":\"\\\"7\\\"\"},"
                + "\"body\":{\"total\":1000.10}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text/plain       | hello       | "hello"
          application/json | {broken     | "{broken"
          image/png        | hello       | {"contentType":"image/png","base64":"aGVsbG8="}
          application/xml  | <a/>        | "<a/>"
          """)
  void givesEachKindOfBodyAsLaterStepsCanReadIt(String type, String body, String expected)
      throws Exception {
    server.answering(_ -> new HttpAnswer(200, Map.of("Content-Type", type), body));
    assertThat(JsonTree.of(done(call(get()))).path("body")).isEqualTo(JsonTree.of(expected));
  }

  @Test
  void givesNullForNoBody() throws Exception {
    server.answering(_ -> HttpAnswer.status(204));
    assertThat(done(call(get()))).isEqualTo("{\"status\":204,\"headers\":{},\"body\":null}");
  }

  @Test
  void failsWithTheLimitWhenTheAnswerIsTooLarge() throws Exception {
    server.answering(_ -> HttpAnswer.html("x".repeat(4_097)));
    assertThat(failed(call(get())).code()).isEqualTo("http.too_large");
    assertThat(failed(call(get())).message()).contains("at most 4096 bytes");
  }

  @Test
  void showsAPieceOfWhatAFailureSaid() throws Exception {
    server.answering(_ -> new HttpAnswer(422, Map.of(), "no such\r\n deal"));
    StepError error = failed(call(get("?key=secret")));
    assertThat(error.code()).isEqualTo("http.status");
    assertThat(error.message()).contains("found 422 (no such deal)").doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "429, NO, 7",
    "503, ANSWERED, 7",
    "500, ANSWERED, -1",
    "408, ANSWERED, -1",
    "425, ANSWERED, -1"
  })
  void comesAgainWhenTheOtherSideAsked(int status, Acted acted, int seconds) throws Exception {
    server.answering(_ -> HttpAnswer.status(status).withHeader("Retry-After", "7"));
    assertThat(call(post()))
        .isInstanceOfSatisfying(
            TryAgain.class,
            again -> {
              assertThat(again.acted()).isEqualTo(acted);
              assertThat(again.after())
                  .isEqualTo(Optional.of(Duration.ofSeconds(seconds)).filter(it -> seconds >= 0));
            });
  }

  /// The client library would send these again by itself, or report that it could not.
  @ParameterizedTest
  @CsvSource({"408, ANSWERED http.status", "421, failed http.status", "503, ANSWERED http.status"})
  void doesNotSendAgainByItself(int status, String answer) throws Exception {
    server.answering(_ -> HttpAnswer.status(status).withHeader("Retry-After", "0"));
    String delete = "{\"method\":\"DELETE\",\"url\":\"%s\"}".formatted(server.url("/"));
    assertThat(AnswerInAWord.of(call(delete))).isEqualTo(answer);
    assertThat(server.arrived().count()).isEqualTo(1);
  }

  @Test
  void knowsThatNothingWasSentWhereNothingListens() throws Exception {
    int port = server.port();
    server.close();
    assertNotSent(call(post("http://127.0.0.1:" + port + "/")), "http.unreachable");
  }

  @Test
  void knowsThatNothingWasSentToAnUnknownHost() throws Exception {
    assertNotSent(call(post("http://nobody.invalid/")), "http.unreachable");
  }

  @Test
  void knowsThatNothingWasSentWithoutEncryption() throws Exception {
    try (RecordingSmtpServer other = new RecordingSmtpServer()) {
      assertNotSent(call(post("https://127.0.0.1:" + other.port() + "/")), "http.unreachable");
    }
  }

  @Test
  void sendsNothingAfterTheDeadline() throws Exception {
    assertNotSent(ACTION.call(ACall.until(Duration.ZERO, post())), "http.deadline");
    assertThat(server.arrived().count()).isZero();
  }

  @Test
  void followsAGetFiveTimes() throws Exception {
    server.answering(HttpRequestActionTest::oneStepFurther);
    assertThat(call(get("/5"))).isInstanceOf(Done.class);
    assertThat(failed(call(get("/6"))).code()).isEqualTo("http.redirect");
    assertThat(server.arrived().count()).isEqualTo(6 + 6);
  }

  @Test
  void doesNotFollowAPost() throws Exception {
    server.answering(_ -> HttpAnswer.status(302).withHeader("Location", "/elsewhere"));
    assertThat(failed(call(post())).code()).isEqualTo("http.status");
    assertThat(server.arrived().count()).isEqualTo(1);
  }

  @Test
  void checksEachAddressOnTheWay() throws Exception {
    server.answering(_ -> HttpAnswer.status(302).withHeader("Location", "http://169.254.169.254/"));
    assertThat(failed(call(get())).code()).isEqualTo("http.address_refused");
  }

  @Test
  void tellsAnotherHostNoSecrets() throws Exception {
    try (RecordingHttpServer other = new RecordingHttpServer()) {
      server.answering(
          _ -> HttpAnswer.status(302).withHeader("Location", other.url("/there").toString()));
      call(
          "{\"url\":\"%s\",\"headers\":{\"Authorization\":\"secret\",\"X-Key\":\"k\",\"Accept\":\"a/b\"}}"
              .formatted(server.url("/")));
      assertThat(other.acted().only().header("Authorization")).isEmpty();
      assertThat(other.acted().only().header("X-Key")).isEmpty();
      assertThat(other.acted().only().header("Accept")).contains("a/b");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost/",
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://2130706433/",
        "http://127.1/",
        "http://[::ffff:127.0.0.1]/",
        "http://169.254.169.254/latest",
        "http://10.0.0.1/",
        "http://0/",
        "http://[fd00:ec2::254]/"
      })
  void refusesInnerAddresses(String url) throws Exception {
    StepError error = failed(STRICT.call(ACall.with("{\"url\":\"%s\"}".formatted(url))));
    assertThat(error.code()).isEqualTo("http.address_refused");
    assertThat(error.kind()).isEqualTo(StepError.Kind.POLICY);
    assertThat(error.message()).contains("actions.http.allowed-hosts");
  }

  @Test
  void repeatsTheEffectIdAsKey() throws Exception {
    ACTION.call(ACall.with(post(), KEYED));
    assertThat(server.acted().only().header("Idempotency-Key")).contains(ACall.EFFECT.toString());
  }

  @Test
  void promisesWhatMethodAndOptionsAllow() {
    CallOptions readable = readBack("{\"url\":\"%s\"}".formatted(server.url("/")));
    assertThat(effectClass(get(), KEYED)).isEqualTo(EffectClass.PURE);
    assertThat(effectClass(post(), CallOptions.NONE)).isEqualTo(EffectClass.ONCE);
    assertThat(effectClass(post(), KEYED)).isEqualTo(EffectClass.KEYED);
    assertThat(effectClass(post(), readable)).isEqualTo(EffectClass.RECONCILABLE);
  }

  /// Who writes a definition is told by the descriptor, who carries it out by the action.
  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"})
  void promisesWhatItsDescriptorSaysOfEachMethod(String method) {
    String input = "{\"method\":\"%s\",\"url\":\"%s\"}".formatted(method, server.url("/"));
    assertThat(new WrittenPromises().written(ACTION.descriptor().promises(), JsonTree.of(input)))
        .contains(effectClass(input, CallOptions.NONE));
  }

  @ParameterizedTest
  @CsvSource({
    "200, HAPPENED",
    "404, NOT",
    "410, NOT",
    "500, UNKNOWN",
    "403, UNKNOWN",
    "429, UNKNOWN"
  })
  void readsBackWhetherItHappened(int status, String meaning) throws Exception {
    server.answering(_ -> HttpAnswer.status(status));
    ActionCall call =
        ACall.with(post(), readBack("{\"url\":\"%s\"}".formatted(server.url("/deals/7"))));
    assertThat(ACTION.readBack(call).map(HttpRequestActionTest::meaning).orElse("NOT"))
        .isEqualTo(meaning);
    assertThat(server.arrived().only().path()).isEqualTo("/deals/7");
  }

  @Test
  void sendsNothingWhenItCouldNotBeReadBack() throws Exception {
    StepError error = failed(ACTION.call(ACall.with(post(), readBack("{\"uri\":\"x\"}"))));
    assertThat(error.message()).contains("'read_back.url'");
    assertThat(server.arrived().count()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"url": 7}                                                | 'with.url'
          {"url": "ftp://a.example"}                                | 'with.url'
          {"url": "https://me:pw@a.example"}                        | 'Authorization'
          {"url": "https://a.example", "headers": {"Host": "b"}}    | 'with.headers'
          {"url": "https://a.example", "headers": {"A": "b\\r\\nC: d"}} | 'with.headers.A'
          {"url": "https://a.example", "body": "x"}                 | 'with.body'
          {"url": "https://a.example", "query": {"a": {}}}          | 'with.query.a'
          """)
  void refusesWhatCannotBeSent(String input, String where) throws Exception {
    StepError error = failed(call(input));
    assertThat(error.code()).isEqualTo("input.invalid");
    assertThat(error.kind()).isEqualTo(StepError.Kind.USER);
    assertThat(error.message()).contains(where).doesNotContain("me:pw");
  }

  @Test
  void tellsWhichHostIsCalled() {
    assertThat(ACTION.host(ACall.with("{\"url\":\"https://Billing.example:8443/x\"}")))
        .isEqualTo("billing.example");
    assertThat(ACTION.host(ACall.with("{\"url\":\"none\"}"))).isEmpty();
  }

  private static HttpAnswer oneStepFurther(ReceivedRequest request) {
    int left = Integer.parseInt(request.path().substring(1));
    return left == 0
        ? HttpAnswer.json("{}")
        : HttpAnswer.status(302).withHeader("Location", "/" + (left - 1));
  }

  private static String meaning(ActionAnswer answer) {
    return switch (answer) {
      case Done _ -> "HAPPENED";
      case TryAgain(_, var acted, _) when acted == Acted.MAYBE -> "UNKNOWN";
      case TryAgain _, Failed _ -> "WRONG";
    };
  }

  private static EffectClass effectClass(String input, CallOptions options) {
    return ACTION.effectClass(ACall.with(input, options));
  }

  private static CallOptions readBack(String question) {
    return new CallOptions(
        Duration.ofSeconds(30), Optional.empty(), Optional.of(new Json(question)));
  }

  private static ActionAnswer call(String input) throws InterruptedException {
    return ACTION.call(ACall.with(input));
  }

  private String get() {
    return get("/");
  }

  private String get(String path) {
    String url = path.startsWith("?") ? server.url("/") + path : server.url(path).toString();
    return "{\"url\":\"%s\"}".formatted(url);
  }

  private String post() {
    return post(server.url("/deals").toString());
  }

  private static String post(String url) {
    return "{\"method\":\"POST\",\"url\":\"%s\",\"body\":{\"a\":1}}".formatted(url);
  }

  private static String done(ActionAnswer answer) {
    assertThat(answer).isInstanceOf(Done.class);
    return ((Done) answer).output().text();
  }

  private static StepError failed(ActionAnswer answer) {
    assertThat(answer).isInstanceOf(Failed.class);
    return ((Failed) answer).error();
  }

  private static void assertNotSent(ActionAnswer answer, String code) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            TryAgain.class,
            again -> {
              assertThat(again.acted()).isEqualTo(Acted.NO);
              assertThat(again.error().code()).isEqualTo(code);
            });
  }
}
