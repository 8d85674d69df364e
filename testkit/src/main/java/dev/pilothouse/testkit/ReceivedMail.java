package dev.pilothouse.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// One mail as it arrived: its envelope, the user who signed in, and the message as sent, read as
/// UTF-8, lines ended by CR LF, dot-stuffing undone.
public record ReceivedMail(
    Instant arrivedAt, Optional<String> user, String from, List<String> to, String message) {

  private static final Pattern FOLD = Pattern.compile("\r\n[ \t]+");
  private static final String HEAD_END = "\r\n\r\n";

  public ReceivedMail {
    to = List.copyOf(to);
  }

  /// The first header of this name, unfolded, not decoded.
  public Optional<String> header(String name) {
    var prefix = name + ":";
    return FOLD.matcher(head())
        .replaceAll(" ")
        .lines()
        .filter(line -> line.regionMatches(true, 0, prefix, 0, prefix.length()))
        .map(line -> line.substring(prefix.length()).strip())
        .findFirst();
  }

  public Optional<String> subject() {
    return header("Subject");
  }

  /// What follows the headers, not decoded.
  public String body() {
    var end = message.indexOf(HEAD_END);
    return end < 0 ? "" : message.substring(end + HEAD_END.length());
  }

  private String head() {
    var end = message.indexOf(HEAD_END);
    return end < 0 ? message : message.substring(0, end);
  }
}
