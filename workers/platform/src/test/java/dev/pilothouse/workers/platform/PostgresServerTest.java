package dev.pilothouse.workers.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresServerTest {

  private static final RolePasswords PASSWORDS = new RolePasswords("one", "it's two", "three");

  private PostgresServer server = PostgresServer.throwAway(Cache.standard());

  @BeforeAll
  void giveRoles() {
    server.giveRoles(PASSWORDS);
  }

  @AfterAll
  void close() {
    server.close();
  }

  @Test
  void rolesLogInAndPassNoRowLevelSecurity() throws SQLException {
    assertThat(
            rows(
                "postgres",
                server.password(),
                "select rolname from pg_roles where rolname like 'pilothouse%'"
                    + " and rolcanlogin and not rolsuper and not rolbypassrls order by 1"))
        .containsExactly("pilothouse_app", "pilothouse_migrator", "pilothouse_system");
    assertThat(rows("pilothouse_app", "it's two", "select current_user"))
        .containsExactly("pilothouse_app");
  }

  @Test
  void migratorOwnsTheDatabaseAndItsSchema() throws SQLException {
    assertThat(rows("pilothouse_migrator", "one", "create table owned (a int)")).isEmpty();
    assertThat(
            rows(
                "postgres",
                server.password(),
                "select tableowner from pg_tables where tablename = 'owned'"))
        .containsExactly("pilothouse_migrator");
    assertThatThrownBy(() -> rows("pilothouse_app", "it's two", "create table mine (a int)"))
        .hasMessageContaining("permission denied");
  }

  @Test
  void passwordsAreSetAgainWhereRolesExist() throws SQLException {
    server.giveRoles(new RolePasswords("one", "it's two", "changed"));
    assertThat(rows("pilothouse_system", "changed", "select 1")).containsExactly("1");
    assertThatThrownBy(() -> rows("pilothouse_system", "three", "select 1"))
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void sortsTextAlikeOnEveryMachine() throws SQLException {
    assertThat(
            rows(
                "postgres",
                server.password(),
                "select datlocprovider::text || ' ' || datlocale || ' ' || pg_encoding_to_char(encoding)"
                    + " from pg_database where datname = 'pilothouse'"))
        .containsExactly("b C.UTF-8 UTF8");
  }

  @Test
  void wrongSuperuserPasswordIsASentence() {
    assertThatThrownBy(() -> new PostgresDoor(server.port(), "wrong").isOpen())
        .isInstanceOf(PlatformProblem.class)
        .hasMessageContaining("refused the superuser's password")
        .hasMessageContaining("Put back the secrets.json");
  }

  private List<String> rows(String user, String password, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(server.url("pilothouse"), user, password);
        Statement statement = connection.createStatement()) {
      if (statement.execute(sql)) {
        try (ResultSet found = statement.getResultSet()) {
          while (found.next()) {
            rows.add(found.getString(1));
          }
        }
      }
    }
    return rows;
  }
}
