package dev.pilothouse.chain;

/// One mistake in a definition.
///
/// @param path where it stands, such as `steps[1].then[0].with.url`; empty for the whole text
/// @param message what was expected and what was found
/// @param hint what to do next
public record Problem(String path, String message, String hint) {
  @Override
  public String toString() {
    return (path.isEmpty() ? "" : path + ": ") + message + (hint.isEmpty() ? "" : " " + hint);
  }
}
