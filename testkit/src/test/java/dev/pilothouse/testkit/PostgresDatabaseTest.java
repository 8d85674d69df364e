package dev.pilothouse.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresDatabaseTest {

  private static final AtomicInteger MIGRATIONS = new AtomicInteger();

  @RegisterExtension
  static final PostgresDatabase first =
      PostgresDatabase.migratedBy("notes", PostgresDatabaseTest::migrate);

  @RegisterExtension
  static final PostgresDatabase second =
      PostgresDatabase.migratedBy("notes", PostgresDatabaseTest::migrate);

  @Test
  void isMigratedOnceAndCopiedForEach() {
    assertThat(MIGRATIONS).hasValue(1);
    assertThat(first.url()).isNotEqualTo(second.url());
    assertThat(query(first.app(), "select count(*) from note")).isEqualTo("1");
    assertThat(query(second.app(), "select count(*) from note")).isEqualTo("1");
  }

  @Test
  void keepsRowsFromTheOtherCopy() {
    execute(first.app(), "insert into note values ('mine')");

    assertThat(query(first.superuser(), "select count(*) from note where text = 'mine'"))
        .isEqualTo("1");
    assertThat(query(second.superuser(), "select count(*) from note where text = 'mine'"))
        .isEqualTo("0");
  }

  @Test
  void letsEachRoleDoItsPartOnly() {
    assertThat(query(first.system(), "select current_user")).isEqualTo("pilothouse_system");
    assertThat(
            query(
                first.migrator(),
                "select pg_catalog.pg_get_userbyid(datdba) from pg_database where datname = current_database()"))
        .isEqualTo("pilothouse_migrator");
    assertThatThrownBy(() -> execute(first.app(), "create table sneaky ()"))
        .hasMessageContaining("permission denied");
    assertThat(
            query(
                first.superuser(),
                "select count(*) from pg_roles where rolname like 'pilothouse%' and (rolsuper or rolbypassrls)"))
        .isEqualTo("0");
  }

  @Test
  void isPostgres18() {
    assertThat(query(first.superuser(), "show server_version")).startsWith("18");
  }

  @Test
  void saysWhereItBelongs() {
    assertThatThrownBy(() -> PostgresDatabase.empty().url()).hasMessageContaining("static field");
    assertThatThrownBy(() -> PostgresDatabase.migratedBy("a b; --", _ -> {}))
        .hasMessageContaining("'a b; --'");
  }

  @Nested
  class ANestedClass {
    @Test
    void sharesTheDatabaseOfItsClass() {
      assertThat(query(first.superuser(), "select current_database()"))
          .isEqualTo(first.url().replaceFirst(".*/", ""));
      assertThat(MIGRATIONS).hasValue(1);
    }
  }

  private static void migrate(DatabaseLogin migrator) {
    MIGRATIONS.incrementAndGet();
    execute(migrator, "create table note (text text not null)");
    execute(migrator, "grant select, insert on note to pilothouse_app");
    execute(migrator, "insert into note values ('from the template')");
  }

  private static void execute(DatabaseLogin login, String sql) {
    try (var connection = login.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  private static String query(DatabaseLogin login, String sql) {
    try (var connection = login.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return String.valueOf(rows.getString(1));
    } catch (SQLException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }
}
