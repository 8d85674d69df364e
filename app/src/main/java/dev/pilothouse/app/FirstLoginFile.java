package dev.pilothouse.app;

import dev.pilothouse.builderapi.FirstLogin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
      return Optional.of(json.readValue(Files.readAllBytes(file), Content.class));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (JacksonException broken) {
      LOG.warn("The first login in {} cannot be read and is made anew", file);
      forget();
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "The first login cannot be read from " + file + ". Make it readable, or delete it.",
          unreadable);
    }
  }

  /// Other processes may share the file, and one of them may make the account with what is in it.
  ///
  /// @return what stands there now: where another process was first, its login
  Content write(Content content) {
    try {
      Path folder = Optional.ofNullable(file.getParent()).orElseThrow();
      Files.createDirectories(folder);
      Path draft = Files.createTempFile(folder, "first-login", ".json", OWNER_ONLY);
      try {
        Files.write(draft, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
        publish(draft);
      } finally {
        Files.deleteIfExists(draft);
      }
      return read().orElse(content);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(
          "The first login cannot be written to "
              + file
              + ". Make its folder writable, or set 'first-login-file'.",
          unwritable);
    }
  }

  /// All at once and in place of nothing: half a file would be a password that nobody has.
  private void publish(Path draft) throws IOException {
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException another) {
      LOG.debug("Another process has written {}", file, another);
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      if (!Files.exists(file)) {
        Files.move(draft, file);
      }
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
