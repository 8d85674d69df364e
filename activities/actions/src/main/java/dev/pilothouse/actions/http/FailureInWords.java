package dev.pilothouse.actions.http;

import dev.pilothouse.model.KeptText;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/// What broke a connection, for people who do not read exceptions.
final class FailureInWords {
  private FailureInWords() {}

  static String of(IOException broken) {
    return switch (broken) {
      case UnknownHostException _ -> "no address is known for this name";
      case ConnectException _ -> "nothing listens there";
      case SocketTimeoutException _ -> "it does not take connections in time";
      case SSLException tls -> "no encrypted connection came about (" + said(tls) + ")";
      case EOFException _ -> "it hung up";
      default -> "the connection broke (" + said(broken) + ")";
    };
  }

  /// It may quote what the other side sent.
  private static String said(IOException broken) {
    return KeptText.of(String.valueOf(broken.getMessage()));
  }
}
