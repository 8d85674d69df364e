package dev.pilothouse.app;

import dev.pilothouse.builderapi.FirstLogin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Keeps the first password, readable by its owner alone, until it is changed.
final class FirstLoginFile implements FirstLogin {
  private static final Logger LOG = LoggerFactory.getLogger(FirstLoginFile.class);
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  record Content(String tenant, String email, String password, String note) {}

  private final Path file;
  private final JsonMapper json = JsonMapper.builder().build();

  FirstLoginFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  /// The password of an earlier start that was cut off before the account was made.
  Optional<Content> read() {
    try {
      return Files.exists(file)
          ? Optional.of(json.readValue(Files.readAllBytes(file), Content.class))
          : Optional.empty();
    } catch (IOException | JacksonException unreadable) {
      LOG.warn("The first login in {} cannot be read and is made anew", file);
      return Optional.empty();
    }
  }

  void write(Content content) {
    try {
      Path folder = Optional.ofNullable(file.getParent()).orElseThrow();
      Files.createDirectories(folder);
      Path draft = Files.createTempFile(folder, "first-login", ".json", OWNER_ONLY);
      Files.write(draft, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(
          "The first login cannot be written to "
              + file
              + ". Make its folder writable, or set 'first-login-file'.",
          unwritable);
    }
  }

  @Override
  public void forget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      LOG.warn("The file {} holds a password that is no longer valid; delete it", file);
    }
  }
}
