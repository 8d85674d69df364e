package dev.pilothouse.actions.mail;

import dev.pilothouse.actions.outside.Sending;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/// Says when the point of no return comes: a mail server acts when it has read the dot after the
/// last line, and not before.
final class WatchedTransport extends SMTPTransport {
  private final Sending sending;

  WatchedTransport(Session session, Sending sending) {
    super(session, new URLName("smtp", null, -1, null, null, null));
    this.sending = sending;
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    sending.begin();
    super.finishData();
  }
}
