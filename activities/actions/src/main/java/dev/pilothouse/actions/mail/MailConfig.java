package dev.pilothouse.actions.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;

/// Settings of `mail.send`.
///
/// @param host of the mail server; empty for none, and then no mail can be sent
/// @param port 587 is usual for `starttls`, 465 for `tls`, 25 for `none`
/// @param from the sender of every mail, such as `Acme <automation@acme.example>`; goes with `host`
/// @param user to sign in with; empty for a server that asks for none
/// @param password goes with `user`
/// @param security whether the conversation is encrypted; what is asked for is insisted on
public record MailConfig(
    String host, int port, String from, String user, String password, Security security) {

  /// How the conversation with the mail server is encrypted.
  public enum Security {
    NONE,
    STARTTLS,
    TLS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public MailConfig {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("expected 'port' between 1 and 65535, but found " + port);
    }
    if (host.isEmpty() != from.isEmpty()) {
      throw new IllegalArgumentException("expected 'host' and 'from' both, but found one");
    }
    if (user.isEmpty() != password.isEmpty()) {
      throw new IllegalArgumentException("expected 'user' and 'password' both, but found one");
    }
    if (!from.isEmpty()) {
      sender(from);
    }
  }

  public static MailConfig defaults() {
    return new MailConfig("", 587, "", "", "", Security.STARTTLS);
  }

  boolean isComplete() {
    return !host.isEmpty();
  }

  InternetAddress sender() {
    return sender(from);
  }

  /// Without the password.
  @Override
  public String toString() {
    return "MailConfig[%s:%d, from %s, user '%s', %s]".formatted(host, port, from, user, security);
  }

  private static InternetAddress sender(String from) {
    try {
      return new InternetAddress(from, true);
    } catch (AddressException notAnAddress) {
      throw new IllegalArgumentException(
          "expected an address such as 'Acme <automation@acme.example>' in 'from', but found '%s'"
              .formatted(from),
          notAnAddress);
    }
  }
}
