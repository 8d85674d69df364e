package dev.pilothouse.app;

import dev.pilothouse.stores.Migrations;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/// Says in words why a part is away and what to do about it.
final class Reasons {
  private final Settings settings;

  Reasons(Settings settings) {
    this.settings = settings;
  }

  String of(Throwable away) {
    return cause(away, Part.NeedsAnother.class)
        .map(Throwable::getMessage)
        .or(() -> cause(away, Migrations.SchemaTooOld.class).map(Throwable::getMessage))
        .or(() -> cause(away, SQLException.class).map(this::ofDatabase))
        .or(() -> cause(away, StatusRuntimeException.class).map(this::ofTemporal))
        .orElseGet(away::toString);
  }

  private String ofDatabase(SQLException refused) {
    String state = Optional.ofNullable(refused.getSQLState()).orElse("");
    String where = "PostgreSQL (" + settings.database().url().replaceAll("[?].*", "") + ")";
    return switch (state) {
      case "28P01", "28000" ->
          where
              + " refused the name or the password. Check 'database.migrator-password',"
              + " 'database.app-password' and 'database.system-password'.";
      case "3D000" ->
          where + " has no such database. Create it and its roles; docs/operations.md says how.";
      case "42501", "42P01", "3F000" ->
          where + " is not migrated yet. Another process does it; this one goes on by itself.";
      case "57P03" -> where + " is starting.";
      default -> where + " does not answer: " + refused.getMessage();
    };
  }

  private String ofTemporal(StatusRuntimeException refused) {
    String where = "Temporal (" + settings.temporal().target() + ")";
    Status status = refused.getStatus();
    return switch (status.getCode()) {
      case UNAVAILABLE, DEADLINE_EXCEEDED ->
          where + " does not answer. It is asked again and again.";
      case NOT_FOUND ->
          where
              + " has no namespace '"
              + settings.temporal().namespace()
              + "'. Create it, or correct 'temporal.namespace'.";
      case UNAUTHENTICATED, PERMISSION_DENIED ->
          where + " refused this client. Check 'temporal.api-key' or the TLS settings.";
      default -> where + ": " + status.getCode() + " " + status.getDescription();
    };
  }

  private static <T extends Throwable> Optional<T> cause(Throwable away, Class<T> type) {
    return Stream.iterate(away, current -> current != null, Throwable::getCause)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }
}
