package dev.pilothouse.actions.mail;

import dev.pilothouse.actions.mail.MailConfig.Security;
import dev.pilothouse.actions.outside.Sending;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Properties;

/// The operator's mail server.
record MailServer(MailConfig config, Session session) {

  static MailServer of(MailConfig config) {
    return new MailServer(config, Session.getInstance(properties(config)));
  }

  /// Hands the mail over: when this returns, the server has taken it for all recipients.
  ///
  /// @throws MessagingException with what the server said, see [SmtpEnd]
  void take(ComposedMessage message, Address[] recipients, Sending sending)
      throws MessagingException {
    WatchedTransport transport = new WatchedTransport(session, sending);
    try {
      transport.connect(config.host(), config.port(), user(), password());
      transport.sendMessage(message, recipients);
    } finally {
      leave(transport);
    }
  }

  @SuppressWarnings("NullAway") // the library takes null for "do not sign in"
  private String user() {
    return config.user().isEmpty() ? null : config.user();
  }

  @SuppressWarnings("NullAway") // as above
  private String password() {
    return config.user().isEmpty() ? null : config.password();
  }

  /// What happens now changes nothing of how the mail fared.
  private static void leave(WatchedTransport transport) {
    try {
      transport.close();
    } catch (MessagingException alreadyGone) {
      // nothing is open any more, and that is all that was wanted
    }
  }

  /// No limits of time: [Sending] cuts the conversation. Without `localhost`, the library would ask
  /// the network what this machine is called.
  private static Properties properties(MailConfig config) {
    Properties properties = new Properties();
    properties.put("mail.smtp.localhost", "localhost");
    properties.put("mail.smtp.quitwait", "false");
    properties.put("mail.smtp.sendpartial", "false");
    properties.put("mail.smtp.auth", String.valueOf(!config.user().isEmpty()));
    properties.put("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.ssl.enable", String.valueOf(config.security() == Security.TLS));
    boolean starts = config.security() == Security.STARTTLS;
    properties.put("mail.smtp.starttls.enable", String.valueOf(starts));
    properties.put("mail.smtp.starttls.required", String.valueOf(starts));
    return properties;
  }
}
