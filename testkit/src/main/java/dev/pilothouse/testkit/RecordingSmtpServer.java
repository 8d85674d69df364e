package dev.pilothouse.testkit;

import java.io.IOException;

/// A mail server that writes down every mail, delivers none, and misbehaves as [Fault] says.
///
/// Speaks EHLO, HELO, AUTH PLAIN and LOGIN (any password will do), MAIL, RCPT, DATA, RSET, NOOP and
/// QUIT, with SIZE, 8BITMIME and PIPELINING. An exchange is one mail from its DATA on: before
/// reading is before the client may send the content; a failing code answers the content.
public final class RecordingSmtpServer extends RecordingServer<ReceivedMail> {

  public RecordingSmtpServer() {
    super("mails");
    start();
  }

  public String host() {
    return "127.0.0.1";
  }

  @Override
  void converse(Wire wire) throws IOException {
    new SmtpConversation(wire, this).run();
  }
}
