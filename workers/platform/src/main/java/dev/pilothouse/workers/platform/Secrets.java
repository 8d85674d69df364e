package dev.pilothouse.workers.platform;

import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;

/// The passwords and the key of one data folder, made before anything uses them.
///
/// @param superuser of PostgreSQL's `postgres`, which only the supervisor uses
/// @param encryptionKey 32 bytes in base64: what is stored encrypted is lost without it
record Secrets(
    String superuser,
    String migrator,
    String app,
    String system,
    String temporal,
    String encryptionKey) {

  /// The folder's secrets; made at the first call. A folder that already holds a database never
  /// gets new ones: they would not fit.
  static Secrets of(DataFolder data) {
    return Json.read(data.secrets(), Secrets.class).orElseGet(() -> make(data));
  }

  private static Secrets make(DataFolder data) {
    if (Files.exists(data.postgres())) {
      throw new PlatformProblem(
          "Expected '" + data.secrets() + "' beside the database, but it is not there.",
          "Put it back from a backup of this folder; without it neither the database nor what it holds encrypted can be opened.");
    }
    Secrets made = fresh();
    new WholeFile(data.secrets()).writeSecret(Json.write(made));
    return made;
  }

  static Secrets fresh() {
    return new Secrets(
        password(), password(), password(), password(), password(), base64(Base64.getEncoder()));
  }

  RolePasswords roles() {
    return new RolePasswords(migrator, app, system);
  }

  /// Never the secrets themselves: a record's own words would end in a log one day.
  @Override
  public String toString() {
    return "Secrets[hidden]";
  }

  private static String password() {
    return base64(Base64.getUrlEncoder().withoutPadding());
  }

  private static String base64(Base64.Encoder encoder) {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return encoder.encodeToString(bytes);
  }
}
