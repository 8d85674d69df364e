package dev.pilothouse.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pilothouse.actions.http.HttpActionConfig;
import dev.pilothouse.actions.mail.MailConfig;
import dev.pilothouse.actions.mail.MailConfig.Security;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ActionsConfigTest {

  @Test
  void allowsNoInnerHostAndNamesNoMailServerByDefault() {
    assertThat(ActionsConfig.defaults().http())
        .isEqualTo(new HttpActionConfig(List.of(), Duration.ofSeconds(10), 1_048_576));
    assertThat(ActionsConfig.defaults().mail())
        .isEqualTo(new MailConfig("", 587, "", "", "", Security.STARTTLS));
  }

  @Test
  void keepsWithinItsBounds() {
    assertRefused("'connect-timeout'", () -> http(61, 4_096));
    assertRefused("'max-answer-bytes'", () -> http(10, 1_023));
    assertRefused("'port'", () -> mail("", 0, "", ""));
    assertRefused("'host' and 'from'", () -> mail("mail.example", 25, "", ""));
    assertRefused("'user' and 'password'", () -> mail("", 25, "", "me"));
  }

  private static HttpActionConfig http(int seconds, int bytes) {
    return new HttpActionConfig(List.of(), Duration.ofSeconds(seconds), bytes);
  }

  private static MailConfig mail(String host, int port, String from, String user) {
    return new MailConfig(host, port, from, user, "", Security.NONE);
  }

  private static void assertRefused(String setting, ThrowingCallable making) {
    assertThatIllegalArgumentException().isThrownBy(making).withMessageContaining(setting);
  }
}
