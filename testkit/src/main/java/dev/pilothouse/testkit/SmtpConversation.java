package dev.pilothouse.testkit;

import static dev.pilothouse.testkit.Moment.BEFORE_ACTING;
import static dev.pilothouse.testkit.Moment.BEFORE_ANSWERING;
import static dev.pilothouse.testkit.Moment.BEFORE_READING;
import static dev.pilothouse.testkit.Moment.MID_ANSWER;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One client's session with the mail server.
final class SmtpConversation {

  private static final int WHEN_LYING = 554;

  /// Clients take a code without the rest of its line for a whole reply.
  private static final int WITHIN_THE_CODE = 2;

  private final Wire wire;
  private final RecordingSmtpServer server;
  private final List<String> recipients = new ArrayList<>();
  private Optional<String> user = Optional.empty();
  private Optional<String> sender = Optional.empty();

  SmtpConversation(Wire wire, RecordingSmtpServer server) {
    this.wire = wire;
    this.server = server;
  }

  void run() throws IOException {
    say("220 testkit ESMTP");
    for (var line = wire.line(); line.isPresent(); line = wire.line()) {
      if (!obey(line.get())) {
        return;
      }
    }
  }

  /// Whether the conversation goes on.
  private boolean obey(String line) throws IOException {
    switch (verbOf(line)) {
      case "EHLO" ->
          say("250-testkit", "250-PIPELINING", "250-8BITMIME", "250-SIZE", "250 AUTH PLAIN LOGIN");
      case "HELO", "NOOP" -> say("250 OK");
      case "AUTH" -> signIn(line.split(" ", 3));
      case "MAIL" -> from(line);
      case "RCPT" -> to(line);
      case "DATA" -> data();
      case "RSET" -> forget();
      case "QUIT" -> say("221 Bye");
      default -> say("502 expected a command of RFC 5321, but found '" + line + "'");
    }
    return !verbOf(line).equals("QUIT");
  }

  private static String verbOf(String line) {
    return line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
  }

  private void signIn(String[] words) throws IOException {
    var mechanism = words.length < 2 ? "" : words[1].toUpperCase(Locale.ROOT);
    switch (mechanism) {
      case "PLAIN" -> signedIn(plainUser(words.length == 3 ? words[2] : ask("334 ")));
      case "LOGIN" -> {
        var name = words.length == 3 ? words[2] : ask("334 VXNlcm5hbWU6");
        ask("334 UGFzc3dvcmQ6");
        signedIn(decoded(name));
      }
      default -> say("504 expected AUTH PLAIN or AUTH LOGIN, but found '" + mechanism + "'");
    }
  }

  private String ask(String question) throws IOException {
    say(question);
    return wire.requiredLine();
  }

  /// `authorization NUL user NUL password`.
  private static String plainUser(String encoded) {
    return decoded(encoded).split("\0", -1)[1];
  }

  private static String decoded(String encoded) {
    return new String(Base64.getDecoder().decode(encoded), UTF_8);
  }

  private void signedIn(String name) throws IOException {
    user = Optional.of(name);
    say("235 Welcome");
  }

  private void from(String line) throws IOException {
    recipients.clear();
    sender = Optional.of(addressIn(line));
    say("250 OK");
  }

  private void to(String line) throws IOException {
    if (sender.isEmpty()) {
      say("503 expected MAIL before RCPT");
      return;
    }
    recipients.add(addressIn(line));
    say("250 OK");
  }

  private static String addressIn(String line) {
    return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
  }

  private void forget() throws IOException {
    sender = Optional.empty();
    recipients.clear();
    say("250 OK");
  }

  private void data() throws IOException {
    if (sender.isEmpty() || recipients.isEmpty()) {
      say("503 expected MAIL and RCPT before DATA");
      return;
    }
    var exchange = server.begin();
    exchange.reach(BEFORE_READING);
    say("354 Go on");
    var mail = new ReceivedMail(Instant.now(), user, sender.get(), recipients, message());
    server.arrived().add(mail);
    exchange.reach(BEFORE_ACTING);
    if (exchange.acts()) {
      server.acted().add(mail);
    }
    exchange.reach(BEFORE_ANSWERING);
    answer(exchange);
  }

  private String message() throws IOException {
    var message = new StringBuilder();
    for (var line = wire.requiredLine(); !line.equals("."); line = wire.requiredLine()) {
      message.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
    }
    return new String(message.toString().getBytes(ISO_8859_1), UTF_8);
  }

  private void answer(Exchange exchange) throws IOException {
    var reply = exchange.claimedFailure(WHEN_LYING).map(code -> code + " refused").orElse("250 OK");
    if (exchange.promisesMoreThanItSends()) {
      say(reply.replace(' ', '-'));
      throw new Exchange.HangUp();
    }
    wire.write(reply.substring(0, WITHIN_THE_CODE).getBytes(US_ASCII));
    exchange.reach(MID_ANSWER);
    say(reply.substring(WITHIN_THE_CODE));
    sender = Optional.empty();
    recipients.clear();
  }

  private void say(String... lines) throws IOException {
    for (var line : lines) {
      wire.write((line + "\r\n").getBytes(US_ASCII));
    }
  }
}
