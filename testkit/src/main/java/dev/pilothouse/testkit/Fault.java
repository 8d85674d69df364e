package dev.pilothouse.testkit;

import java.time.Duration;

/// What goes wrong in one exchange with a recording server. One vocabulary for HTTP and mail, so
/// that a test of "did it act, and does the caller know?" reads the same for both.
public sealed interface Fault {

  /// Nothing goes wrong; stands for the good exchange within a sequence of bad ones.
  record None() implements Fault {}

  /// The exchange stops at `moment` for `delay` and then goes on. A delay longer than the test is a
  /// server that hangs: closing the server releases it.
  record Slow(Moment moment, Duration delay) implements Fault {}

  /// The exchange arrives, nothing is done, and the answer is this code: an HTTP status, or an SMTP
  /// reply code (4xx try later, 5xx never).
  record Fails(int code) implements Fault {}

  /// The connection is cut at `moment`.
  record HangsUp(Moment moment) implements Fault {}

  /// The answer is not what happened.
  record Lies(Lie lie) implements Fault {}

  /// How an answer can differ from what happened.
  enum Lie {
    /// Answers as if it had acted.
    SAYS_DONE_BUT_DID_NOT,
    /// Acts, and answers with a failure (500, or 554 for mail).
    SAYS_FAILED_BUT_DID,
    /// Acts, announces a longer answer than it gives, and closes the connection in good order.
    PROMISES_MORE_THAN_IT_SENDS
  }

  static Fault none() {
    return new None();
  }

  static Fault slow(Moment moment, Duration delay) {
    return new Slow(moment, delay);
  }

  static Fault failsWith(int code) {
    return new Fails(code);
  }

  static Fault hangsUp(Moment moment) {
    return new HangsUp(moment);
  }

  static Fault lies(Lie lie) {
    return new Lies(lie);
  }
}
