package dev.pilothouse.actions.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pilothouse.actions.ACall;
import dev.pilothouse.actions.ActionContract;
import dev.pilothouse.actions.AnswerInAWord;
import dev.pilothouse.actions.mail.MailConfig.Security;
import dev.pilothouse.actions.schema.JsonTree;
import dev.pilothouse.model.EffectClass;
import dev.pilothouse.model.StepError;
import dev.pilothouse.spi.Action;
import dev.pilothouse.spi.ActionAnswer;
import dev.pilothouse.spi.ActionAnswer.Done;
import dev.pilothouse.spi.ActionAnswer.Failed;
import dev.pilothouse.spi.Preview;
import dev.pilothouse.testkit.ReceivedMail;
import dev.pilothouse.testkit.RecordingSmtpServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendMailActionTest implements ActionContract {
  private static final String HELLO =
      "{\"to\":\"ada@example.com\",\"subject\":\"Hello\",\"text\":\"Hi\"}";

  @RegisterExtension final RecordingSmtpServer server = new RecordingSmtpServer();

  @Override
  public Action action() {
    return sender();
  }

  @Test
  void sendsToAllAndHidesTheHiddenOnes() throws Exception {
    send(
        """
        {"to": ["Ada Byron <ada@example.com>", "bob@example.com"], "cc": "cy@example.com, di@example.com",
         "bcc": ["eve@example.com"], "subject": "Grüße", "text": "Hi\\n.\\nBye"}
        """);
    ReceivedMail mail = server.acted().only();
    assertThat(mail.from()).isEqualTo("bot@acme.example");
    assertThat(mail.to())
        .containsExactly(
            "ada@example.com",
            "bob@example.com",
            "cy@example.com",
            "di@example.com",
            "eve@example.com");
    assertThat(mail.header("From")).contains("Acme <bot@acme.example>");
    assertThat(mail.header("To")).contains("Ada Byron <ada@example.com>, bob@example.com");
    assertThat(mail.header("Cc")).contains("cy@example.com, di@example.com");
    assertThat(mail.message()).doesNotContain("eve@example.com");
    assertThat(mail.subject()).contains("=?UTF-8?Q?Gr=C3=BC=C3=9Fe?=");
    assertThat(mail.body().strip()).isEqualTo("Hi\r\n.\r\nBye");
  }

  @Test
  void tellsWhatItWouldSendAndSendsNothing() {
    Preview preview =
        sender()
            .preview(
                ACall.with(
                    "{\"to\":\"Ada <ada@example.com>\",\"bcc\":\"bob@example.com\",\"subject\":\"Hello\",\"text\":\"Hi\"}"));

    assertThat(preview.sentence())
        .isEqualTo("Sends the mail 'Hello' to ada@example.com, bob@example.com.");
    assertThat(JsonTree.of(preview.details()).at("/sends/0").toString())
        .isEqualTo(
            "{\"from\":\"Acme <bot@acme.example>\",\"to\":[\"Ada <ada@example.com>\"],"
                + "\"bcc\":[\"bob@example.com\"],\"subject\":\"Hello\",\"text\":\"Hi\"}");
    assertThat(preview.answer()).isEmpty();
    assertThat(server.arrived().all()).isEmpty();
  }

  @Test
  void sendsTextAndHtmlAsTwoFormsOfOne() throws Exception {
    send("{\"to\":\"a@b.example\",\"subject\":\"s\",\"text\":\"plain\",\"html\":\"<b>rich</b>\"}");
    ReceivedMail mail = server.acted().only();
    assertThat(mail.header("Content-Type").orElseThrow()).startsWith("multipart/alternative");
    assertThat(mail.body()).containsSubsequence("text/plain", "plain", "text/html", "<b>rich</b>");
  }

  @Test
  void givesTheMailOfOneEffectOneIdentity() throws Exception {
    ActionAnswer first = send(HELLO);
    send(HELLO);
    String id = server.acted().all().getFirst().header("Message-ID").orElseThrow();
    assertThat(id).matches("<[0-9a-f-]{36}@acme\\.example>");
    assertThat(server.acted().all().getLast().header("Message-ID")).contains(id);
    assertThat(first)
        .isEqualTo(
            new Done(
                JsonTree.text(
                    JsonTree.of(
                        "{\"messageId\":\"%s\",\"recipients\":[\"ada@example.com\"]}"
                            .formatted(id)))));
  }

  @Test
  void signsInWhereItIsTold() throws Exception {
    new SendMailAction(config("me", "pw", Security.NONE)).call(ACall.with(HELLO));
    assertThat(server.acted().only().user()).contains("me");
  }

  @Test
  void promisesNothing() {
    assertThat(sender().effectClass(ACall.with(HELLO))).isEqualTo(EffectClass.ONCE);
  }

  @Test
  void saysWhichSettingsAreMissing() throws Exception {
    StepError error = failed(new SendMailAction(MailConfig.defaults()).call(ACall.with(HELLO)));
    assertThat(error.code()).isEqualTo("mail.not_configured");
    assertThat(error.kind()).isEqualTo(StepError.Kind.POLICY);
    assertThat(error.message()).contains("actions.mail.host", "actions.mail.from");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"to": 7, "subject": "s", "text": "t"}                                   | 'with.to'
          {"to": [], "subject": "s", "text": "t"}                                  | 'with.to'
          {"to": "", "subject": "s", "text": "t"}                                  | 'with.to'
          {"to": "ada", "subject": "s", "text": "t"}                               | 'ada'
          {"to": ["a@b.example", "b@"], "subject": "s", "text": "t"}               | 'with.to[1]'
          {"to": "a@b.example", "cc": "x y@b.example", "subject": "s", "text": "t"} | 'with.cc'
          {"to": "ädä@b.example", "subject": "s", "text": "t"}                     | 'ädä@b.example'
          {"to": "all:a@b.example;", "subject": "s", "text": "t"}                  | 'with.to'
          {"to": "a@b.example", "subject": "s"}                                    | 'with.text'
          {"to": "a@b.example", "subject": "s\\r\\nBcc: eve@c.example", "text": "t"} | 'with.subject'
          {"to": "a@b.example\\r\\nBcc: eve@c.example", "subject": "s", "text": "t"} | 'with.to'
          {"to": "\\"x\\nBcc: eve@c.example\\" <a@b.example>", "subject": "s", "text": "t"} | 'with.to'
          """)
  void refusesWhatIsNoMail(String input, String where) throws Exception {
    StepError error = failed(send(input));
    assertThat(error.code()).isEqualTo("input.invalid");
    assertThat(error.message()).contains(where);
    assertThat(server.arrived().count()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "hello,     554 go away,       NO mail.unreachable",
    "hello,     421 busy,          NO mail.unreachable",
    "MAIL,      550 not you,       failed mail.refused",
    "MAIL,      451 later,         NO mail.refused",
    "RCPT,      550 nobody,        failed mail.refused",
    "RCPT,      450 grey,          NO mail.refused",
    "DATA,      554 no,            failed mail.refused",
    "DATA,      452 full,          NO mail.refused"
  })
  void knowsThatARefusedMailWasNotSent(String command, String reply, String answer)
      throws Exception {
    try (ScriptedMailServer refusing = new ScriptedMailServer(Map.of(command, reply))) {
      SendMailAction action = new SendMailAction(config(refusing.port(), "", "", Security.NONE));
      assertThat(AnswerInAWord.of(action.call(ACall.with(HELLO)))).isEqualTo(answer);
    }
  }

  @Test
  void sendsToNobodyWhenOneRecipientIsRefused() throws Exception {
    try (ScriptedMailServer picky = new ScriptedMailServer(Map.of("RCPT TO:<bob", "550 unknown"))) {
      SendMailAction action = new SendMailAction(config(picky.port(), "", "", Security.NONE));
      String toBoth =
          "{\"to\":\"ada@example.com, bob@example.com\",\"subject\":\"s\",\"text\":\"t\"}";
      assertThat(failed(action.call(ACall.with(toBoth))).message()).contains("550 unknown");
      assertThat(picky.dataCommands()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"535 wrong, failed mail.sign_in", "454 later, NO mail.sign_in"})
  void tellsAWrongPasswordFromABusyServer(String reply, String answer) throws Exception {
    try (ScriptedMailServer guarded = new ScriptedMailServer(Map.of("AUTH", reply))) {
      SendMailAction action = new SendMailAction(config(guarded.port(), "me", "pw", Security.NONE));
      ActionAnswer given = action.call(ACall.with(HELLO));
      assertThat(AnswerInAWord.of(given)).isEqualTo(answer);
      assertThat(given.toString()).doesNotContain("pw");
    }
  }

  @Test
  void insistsOnEncryption() throws Exception {
    for (Security security : new Security[] {Security.STARTTLS, Security.TLS}) {
      ActionAnswer answer = new SendMailAction(config("", "", security)).call(ACall.with(HELLO));
      assertThat(AnswerInAWord.of(answer)).isEqualTo("NO mail.unreachable");
    }
    assertThat(server.arrived().count()).isZero();
  }

  @Test
  void knowsThatNothingWasSentWhereNothingListens() throws Exception {
    SendMailAction action = sender();
    server.close();
    assertThat(AnswerInAWord.of(action.call(ACall.with(HELLO)))).isEqualTo("NO mail.unreachable");
  }

  @Test
  void sendsNothingAfterTheDeadline() throws Exception {
    ActionAnswer answer = sender().call(ACall.until(Duration.ZERO, HELLO));
    assertThat(AnswerInAWord.of(answer)).isEqualTo("NO mail.deadline");
    assertThat(server.arrived().count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "a@b@c", "a@b.example\nX: y"})
  void wantsASenderThatIsAnAddress(String from) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MailConfig("mail.example", 25, from, "", "", Security.NONE))
        .withMessageContaining("'from'");
  }

  @Test
  void keepsThePasswordToItself() {
    assertThat(config("me", "pw", Security.NONE).toString()).contains("me").doesNotContain("pw");
  }

  private SendMailAction sender() {
    return new SendMailAction(config("", "", Security.NONE));
  }

  private MailConfig config(String user, String password, Security security) {
    return config(server.port(), user, password, security);
  }

  private static MailConfig config(int port, String user, String password, Security security) {
    return new MailConfig("127.0.0.1", port, "Acme <bot@acme.example>", user, password, security);
  }

  private ActionAnswer send(String input) throws InterruptedException {
    return sender().call(ACall.with(input));
  }

  private static StepError failed(ActionAnswer answer) {
    assertThat(answer).isInstanceOf(Failed.class);
    return ((Failed) answer).error();
  }
}
