package dev.pilothouse.actions.mail;

import static dev.pilothouse.testkit.Fault.Lie.PROMISES_MORE_THAN_IT_SENDS;
import static dev.pilothouse.testkit.Fault.Lie.SAYS_DONE_BUT_DID_NOT;
import static dev.pilothouse.testkit.Fault.Lie.SAYS_FAILED_BUT_DID;
import static dev.pilothouse.testkit.Fault.failsWith;
import static dev.pilothouse.testkit.Fault.hangsUp;
import static dev.pilothouse.testkit.Fault.lies;
import static dev.pilothouse.testkit.Fault.none;
import static dev.pilothouse.testkit.Fault.slow;
import static dev.pilothouse.testkit.Moment.BEFORE_ACTING;
import static dev.pilothouse.testkit.Moment.BEFORE_ANSWERING;
import static dev.pilothouse.testkit.Moment.BEFORE_READING;
import static dev.pilothouse.testkit.Moment.MID_ANSWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.pilothouse.actions.ACall;
import dev.pilothouse.actions.ActionsPage;
import dev.pilothouse.actions.AnswerInAWord;
import dev.pilothouse.actions.CutCall;
import dev.pilothouse.actions.mail.MailConfig.Security;
import dev.pilothouse.testkit.Fault;
import dev.pilothouse.testkit.Moment;
import dev.pilothouse.testkit.RecordingSmtpServer;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What each way of going wrong looks like to the sender, and what really happened. Only the first
/// mail meets the fault: a second one, sent in secret, would be seen as an effect.
class MailFaultsTest {
  private static final Duration HOUR = Duration.ofHours(1);

  /// Of what never answers; long enough for it to arrive.
  private static final Duration SHORT = Duration.ofSeconds(3);

  /// Of all else, which is over long before.
  private static final Duration LONG = Duration.ofSeconds(30);

  private static final String HELLO =
      "{\"to\":\"ada@example.com\",\"subject\":\"Hello\",\"text\":\"Hi\"}";

  @RegisterExtension final RecordingSmtpServer server = new RecordingSmtpServer();

  @BeforeAll
  static void loadTheLibrary() throws InterruptedException {
    try (RecordingSmtpServer any = new RecordingSmtpServer()) {
      sender(any).call(ACall.with(HELLO));
    }
  }

  @ParameterizedTest
  @MethodSource
  void tellsWhatItKnows(Fault fault, Duration deadline, String answer, int arrived, int acted)
      throws Exception {
    server.next(fault);
    assertThat(AnswerInAWord.of(sender(server).call(ACall.until(deadline, HELLO))))
        .isEqualTo(answer);
    assertThat(server.arrived().count()).isEqualTo(arrived);
    assertThat(server.acted().count()).isEqualTo(acted);
  }

  static Stream<Arguments> tellsWhatItKnows() {
    return Stream.of(
        arguments(none(), LONG, "done", 1, 1),
        arguments(failsWith(421), LONG, "NO mail.refused", 1, 0),
        arguments(failsWith(451), LONG, "NO mail.refused", 1, 0),
        arguments(failsWith(554), LONG, "failed mail.refused", 1, 0),
        arguments(hangsUp(BEFORE_READING), LONG, "NO mail.unreachable", 0, 0),
        arguments(hangsUp(BEFORE_ACTING), LONG, "MAYBE mail.no_answer", 1, 0),
        arguments(hangsUp(BEFORE_ANSWERING), LONG, "MAYBE mail.no_answer", 1, 1),
        arguments(hangsUp(MID_ANSWER), LONG, "MAYBE mail.no_answer", 1, 1),
        arguments(slow(BEFORE_READING, HOUR), SHORT, "NO mail.deadline", 0, 0),
        arguments(slow(BEFORE_ACTING, HOUR), SHORT, "MAYBE mail.no_answer", 1, 0),
        arguments(slow(BEFORE_ANSWERING, HOUR), SHORT, "MAYBE mail.no_answer", 1, 1),
        arguments(slow(MID_ANSWER, HOUR), SHORT, "MAYBE mail.no_answer", 1, 1),
        arguments(slow(BEFORE_ACTING, Duration.ofMillis(50)), LONG, "done", 1, 1),
        arguments(lies(SAYS_DONE_BUT_DID_NOT), LONG, "done", 1, 0),
        arguments(lies(SAYS_FAILED_BUT_DID), LONG, "failed mail.refused", 1, 1),
        arguments(lies(PROMISES_MORE_THAN_IT_SENDS), LONG, "MAYBE mail.no_answer", 1, 1));
  }

  @Test
  void knowsOnlyErrorsThatThePageExplains() {
    assertThat(ActionsPage.errorsOf(new SendMailAction(MailConfig.defaults())))
        .containsKeys(AnswerInAWord.errorsIn(tellsWhatItKnows()));
  }

  @ParameterizedTest
  @EnumSource(names = "BEFORE_READING", mode = EnumSource.Mode.EXCLUDE)
  void isCutByAnInterruptAtOnce(Moment moment) throws Exception {
    server.next(slow(moment, HOUR));
    assertThat(CutCall.of(sender(server), ACall.with(HELLO), server.arrived(), LONG))
        .isEqualTo("cut");
    assertThat(server.arrived().count()).isEqualTo(1);
  }

  private static SendMailAction sender(RecordingSmtpServer server) {
    return new SendMailAction(
        new MailConfig(server.host(), server.port(), "bot@acme.example", "", "", Security.NONE));
  }
}
