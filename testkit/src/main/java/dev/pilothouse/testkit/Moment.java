package dev.pilothouse.testkit;

/// The points of one exchange at which a recording server can be held up or cut off, in order.
public enum Moment {
  /// Nothing of the exchange's content has been read: the client cannot have been understood.
  BEFORE_READING,
  /// It arrived whole and is recorded as arrived; nothing was done about it.
  BEFORE_ACTING,
  /// It was acted upon; the client has not been told.
  BEFORE_ANSWERING,
  /// Half of the answer is out: headers and half of the content for HTTP, two digits for mail.
  MID_ANSWER
}
