package dev.pilothouse.testkit;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// Gives a test class a PostgreSQL database of its own, dropped when the class has ended.
///
/// ```java
/// @RegisterExtension
/// static final PostgresDatabase database = PostgresDatabase.migratedBy("stores", Schema::migrate);
/// ```
///
/// Register it on a static field. Classes that run at the same time do not see each other's rows.
public final class PostgresDatabase implements RealPart {

  /// Makes an empty database what the tests need. Runs as `pilothouse_migrator`, once for each name
  /// in this JVM, and closes its connections before it returns.
  @FunctionalInterface
  public interface Migration {
    void migrate(DatabaseLogin migrator);
  }

  private static final Namespace NAMESPACE = Namespace.create(PostgresDatabase.class);

  private final String name;
  private final Migration migration;
  private Optional<Copy> copy = Optional.empty();

  private PostgresDatabase(String name, Migration migration) {
    this.name = name;
    this.migration = migration;
  }

  /// @param name of lower-case letters, digits and underscores; the same name means the same
  ///   migration
  public static PostgresDatabase migratedBy(String name, Migration migration) {
    if (!name.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException(
          "expected a name of lower-case letters, digits and underscores, but found '%s'"
              .formatted(name));
    }
    return new PostgresDatabase(name, migration);
  }

  public static PostgresDatabase empty() {
    return migratedBy("empty", _ -> {});
  }

  /// Without user and password.
  public String url() {
    return superuser().url();
  }

  /// Owns the database and may change its schema.
  public DatabaseLogin migrator() {
    return copy().address().migrator(copy().database());
  }

  /// What requests work as: one tenant at a time.
  public DatabaseLogin app() {
    return copy().address().app(copy().database());
  }

  /// What intake, dispatch and sweeps work as.
  public DatabaseLogin system() {
    return copy().address().system(copy().database());
  }

  /// Passes by row-level security: for looking behind the scenes only.
  public DatabaseLogin superuser() {
    return copy().address().superuser(copy().database());
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    copy =
        Optional.of(context.getStore(NAMESPACE).computeIfAbsent(this, _ -> newCopy(), Copy.class));
  }

  private Copy newCopy() {
    var postgres = Postgres.ofThisJvm();
    return new Copy(postgres, postgres.copyOf(name, migration));
  }

  private Copy copy() {
    return copy.orElseThrow(() ->
        new IllegalStateException(
            "expected this database on a static field with @RegisterExtension, but its class"
                + " has not begun"));
  }

  /// Kept by JUnit until the class (with its nested classes) has ended.
  private record Copy(Postgres postgres, String database) implements AutoCloseable {
    PostgresAddress address() {
      return postgres.address();
    }

    @Override
    public void close() {
      postgres.drop(database);
    }
  }
}
