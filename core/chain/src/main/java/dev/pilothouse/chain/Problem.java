package dev.pilothouse.chain;

/// One thing that is wrong with a definition, or likely to be.
///
/// @param path where it stands, such as `steps[1].then[0].with.url`; empty for the whole text
/// @param message what was expected and what was found
/// @param hint what to do next
/// @param place the same in the author's text
public record Problem(String path, String message, String hint, Severity severity, Place place) {
  /// An error, by whom knows no text.
  public Problem(String path, String message, String hint) {
    this(path, message, hint, Severity.ERROR, Place.UNKNOWN);
  }

  static Problem warning(String path, String message, String hint) {
    return new Problem(path, message, hint, Severity.WARNING, Place.UNKNOWN);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  Problem at(Place found) {
    return new Problem(path, message, hint, severity, found);
  }

  @Override
  public String toString() {
    return (place.isKnown() ? place + " " : "")
        + (isError() ? "" : "warning ")
        + (path.isEmpty() ? "" : path + ": ")
        + message
        + (hint.isEmpty() ? "" : " " + hint);
  }
}
