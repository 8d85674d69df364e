package dev.pilothouse.actions.mail;

import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;
import java.util.List;

/// A mail as it goes over the wire, with an identity of our own: the same in every attempt, so that
/// mail programs and people can tell a repetition.
final class ComposedMessage extends MimeMessage {
  private static final String UTF_8 = "UTF-8";

  private final String messageId;

  private ComposedMessage(Session session, String messageId) {
    super(session);
    this.messageId = messageId;
  }

  @SuppressWarnings("JavaUtilDate") // the library knows no other
  static ComposedMessage of(Session session, InternetAddress from, Mail mail, String messageId)
      throws MessagingException {
    ComposedMessage message = new ComposedMessage(session, messageId);
    message.setFrom(from);
    message.setRecipients(RecipientType.TO, addresses(mail.to()));
    message.setRecipients(RecipientType.CC, addresses(mail.cc()));
    message.setSubject(mail.subject(), UTF_8);
    message.setSentDate(new Date());
    message.setHeader("Auto-Submitted", "auto-generated");
    message.fill(mail);
    message.saveChanges();
    return message;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }

  private void fill(Mail mail) throws MessagingException {
    if (mail.text().isPresent() && mail.html().isPresent()) {
      setContent(
          new MimeMultipart(
              "alternative", part(mail.text().get(), "plain"), part(mail.html().get(), "html")));
    } else if (mail.html().isPresent()) {
      setText(mail.html().get(), UTF_8, "html");
    } else {
      setText(mail.text().orElse(""), UTF_8, "plain");
    }
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, UTF_8, subtype);
    return part;
  }

  private static Address[] addresses(List<InternetAddress> addresses) {
    return addresses.toArray(Address[]::new);
  }
}
