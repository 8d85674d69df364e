package dev.pilothouse.testkit;

import static dev.pilothouse.testkit.Fault.Lie.PROMISES_MORE_THAN_IT_SENDS;
import static dev.pilothouse.testkit.Fault.Lie.SAYS_DONE_BUT_DID_NOT;
import static dev.pilothouse.testkit.Fault.Lie.SAYS_FAILED_BUT_DID;
import static dev.pilothouse.testkit.Fault.failsWith;
import static dev.pilothouse.testkit.Fault.hangsUp;
import static dev.pilothouse.testkit.Fault.lies;
import static dev.pilothouse.testkit.Fault.slow;
import static dev.pilothouse.testkit.Moment.BEFORE_ACTING;
import static dev.pilothouse.testkit.Moment.BEFORE_READING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingSmtpServerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @RegisterExtension final RecordingSmtpServer server = new RecordingSmtpServer();

  @Test
  void writesDownTheEnvelopeAndTheMessage() throws Exception {
    send("Hello\r\n.hidden dot\r\n..two dots\r\n.\r\nlast line");

    var mail = server.arrived().only();
    assertThat(mail.from()).isEqualTo("house@example.org");
    assertThat(mail.to()).containsExactly("ada@example.org", "bob@example.org");
    assertThat(mail.subject()).contains("A subject");
    assertThat(mail.body()).isEqualTo("Hello\r\n.hidden dot\r\n..two dots\r\n.\r\nlast line\r\n");
    assertThat(server.acted().only()).isEqualTo(mail);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PLAIN", "LOGIN"})
  void letsAnyoneSignIn(String mechanism) throws Exception {
    var properties = properties();
    properties.setProperty("mail.smtp.auth", "true");
    properties.setProperty("mail.smtp.auth.mechanisms", mechanism);

    Transport.send(mail(Session.getInstance(properties, ada()), "Hi"));

    assertThat(server.arrived().only().user()).contains("ada");
  }

  @Test
  void takesEightBitMailWhole() throws Exception {
    var properties = properties();
    properties.setProperty("mail.smtp.allow8bitmime", "true");

    Transport.send(mail(Session.getInstance(properties), "Grüße, 世界"));

    assertThat(server.arrived().only().header("Content-Transfer-Encoding")).contains("8bit");
    assertThat(server.arrived().only().body()).contains("Grüße, 世界");
  }

  @ParameterizedTest
  @ValueSource(ints = {451, 554})
  void failsWithTheCodeAsked(int code) throws Exception {
    server.next(failsWith(code));

    assertThatThrownBy(() -> send("x")).hasMessageContaining(String.valueOf(code));

    assertThat(server.arrived().count()).isEqualTo(1);
    assertThat(server.acted().count()).isZero();
    send("the next is taken");
    assertThat(server.acted().count()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void cutsTheConnectionAtTheMomentAsked(Moment moment) {
    server.next(hangsUp(moment));

    assertThatThrownBy(() -> send("x")).isInstanceOf(MessagingException.class);

    assertMoment(moment);
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void isSlowAtTheMomentAsked(Moment moment) {
    server.next(slow(moment, Duration.ofHours(1)));

    var sending = CompletableFuture.runAsync(() -> sendUnchecked("x"), Thread::startVirtualThread);

    server.arrived().awaitCount(moment == BEFORE_READING ? 0 : 1, PATIENCE);
    server.acted().awaitCount(moment.compareTo(BEFORE_ACTING) <= 0 ? 0 : 1, PATIENCE);
    assertThat(sending)
        .failsWithin(Duration.ofMillis(200))
        .withThrowableOfType(TimeoutException.class);
    assertMoment(moment);
  }

  @Test
  void saysDoneThoughItDidNothing() throws Exception {
    server.next(lies(SAYS_DONE_BUT_DID_NOT));

    send("x");

    assertThat(server.arrived().count()).isEqualTo(1);
    assertThat(server.acted().count()).isZero();
  }

  @Test
  void saysFailedThoughItActed() {
    server.next(lies(SAYS_FAILED_BUT_DID));

    assertThatThrownBy(() -> send("x")).hasMessageContaining("554");

    assertThat(server.acted().count()).isEqualTo(1);
  }

  @Test
  void promisesMoreThanItSends() {
    server.next(lies(PROMISES_MORE_THAN_IT_SENDS));

    assertThatThrownBy(() -> send("x")).isInstanceOf(MessagingException.class);

    assertThat(server.acted().count()).isEqualTo(1);
  }

  private void assertMoment(Moment moment) {
    assertThat(server.arrived().count()).isEqualTo(moment == BEFORE_READING ? 0 : 1);
    assertThat(server.acted().count()).isEqualTo(moment.compareTo(BEFORE_ACTING) <= 0 ? 0 : 1);
  }

  private void sendUnchecked(String text) {
    try {
      send(text);
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private void send(String text) throws MessagingException {
    Transport.send(mail(Session.getInstance(properties()), text));
  }

  private static MimeMessage mail(Session session, String text) throws MessagingException {
    var mail = new MimeMessage(session);
    mail.setFrom("house@example.org");
    mail.setRecipients(RecipientType.TO, InternetAddress.parse("ada@example.org, bob@example.org"));
    mail.setSubject("A subject");
    mail.setText(text, "UTF-8");
    return mail;
  }

  private Properties properties() {
    var properties = new Properties();
    properties.setProperty("mail.smtp.host", server.host());
    properties.setProperty("mail.smtp.port", String.valueOf(server.port()));
    return properties;
  }

  private static Authenticator ada() {
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication("ada", "any");
      }
    };
  }
}
