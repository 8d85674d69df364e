package dev.pilothouse.actions.schema;

/// One thing that is wrong with an input.
///
/// @param path from the step on, such as `with.headers.Accept` or `with.to[0]`
/// @param message a whole sentence that names the path too
public record InputFault(String path, String message) {
  public static InputFault at(String path, String expected, String found) {
    return new InputFault(
        path, "Expected %s at '%s', but found %s.".formatted(expected, path, found));
  }
}
