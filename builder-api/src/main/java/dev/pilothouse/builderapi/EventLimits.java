package dev.pilothouse.builderapi;

import dev.pilothouse.builderapi.RefusedException.Fault;
import org.springframework.http.HttpStatus;

/// How large a delivery may be.
///
/// @param bytes of the data of one event, and of a batch as a whole
record EventLimits(int bytes) {
  /// Events of one batch.
  static final int AT_ONCE = 1_000;

  private static final int ENVELOPE = 65_536;
  private static final String SMALLER = "Send it in smaller batches.";

  /// Base64 makes four bytes of three; the attributes come on top.
  int structuredBytes() {
    return bytes / 3 * 4 + ENVELOPE;
  }

  RefusedException tooLarge() {
    return RefusedException.because(
        HttpStatus.CONTENT_TOO_LARGE,
        new Fault(
            "data",
            "The data of an event may have at most " + bytes + " bytes.",
            "Store what is larger elsewhere and send a reference to it."));
  }

  RefusedException tooLargeBatch() {
    return RefusedException.because(
        HttpStatus.CONTENT_TOO_LARGE,
        new Fault("body", "A batch may have at most " + bytes + " bytes.", SMALLER));
  }

  static RefusedException tooMany(int found) {
    return RefusedException.because(
        HttpStatus.CONTENT_TOO_LARGE,
        new Fault(
            "body",
            "A batch may have at most " + AT_ONCE + " events, but " + found + " came.",
            SMALLER));
  }
}
