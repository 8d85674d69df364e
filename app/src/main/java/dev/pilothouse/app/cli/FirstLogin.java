package dev.pilothouse.app.cli;

import dev.pilothouse.workers.platform.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// The administrator that the very first start made, as it waits in its file until the password is
/// changed.
record FirstLogin(String email, String password) {

  /// Empty where it was never made, is changed by now, or may not be read by this person.
  static Optional<FirstLogin> waitingIn(DataFolder data) {
    Path file = data.firstLogin();
    try {
      return Files.exists(file)
          ? Optional.of(Json.read(Files.readString(file), FirstLogin.class))
          : Optional.empty();
    } catch (IOException | JacksonException _) {
      return Optional.empty();
    }
  }
}
