package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilothouse.model.TenantId;
import dev.pilothouse.testkit.DatabaseLogin;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Walks the catalogue, so that a table added later cannot be forgotten.
class TenancyTest {
  /// Flyway's own list of migrations: no tenant's data, written by the migrator alone.
  private static final String NO_TENANTS_DATA = "schema_history";

  @RegisterExtension static final Stores stores = new Stores();

  @Test
  void everyTableForcesRowLevelSecurity() {
    assertThat(
            names(
                """
                select relname from pg_class
                where relnamespace = 'pilothouse'::regnamespace and relkind in ('r', 'p') and relname <> ?
                  and not (relrowsecurity and relforcerowsecurity)\
                """,
                NO_TENANTS_DATA))
        .isEmpty();
  }

  @Test
  void everyTableHasAPolicyForItsTenant() {
    assertThat(
            names(
                """
                select relname from pg_class c
                where relnamespace = 'pilothouse'::regnamespace and relkind in ('r', 'p') and relname <> ?
                  and not exists (select from pg_policy p where p.polrelid = c.oid
                    and 'pilothouse_app'::regrole = any(p.polroles)
                    and pg_get_expr(p.polqual, c.oid) like '%current_tenant()%'
                    and pg_get_expr(p.polwithcheck, c.oid) like '%current_tenant()%')\
                """,
                NO_TENANTS_DATA))
        .isEmpty();
  }

  @Test
  void thereAreTablesToWalk() {
    assertThat(names("select relname from pg_class where relname = ?", "journal")).hasSize(1);
  }

  @Test
  void noRoleThatWorksHereStandsAboveThePolicies() {
    assertThat(
            names(
                "select rolname from pg_roles where rolname like ? and (rolsuper or rolbypassrls or"
                    + " rolcreaterole)",
                "pilothouse%"))
        .isEmpty();
    assertThat(names("select rolname from pg_roles where rolname like ?", "pilothouse%"))
        .hasSize(3);
  }

  @Test
  void theWorkingRolesOwnNothing() {
    assertThat(
            names(
                """
                select relname from pg_class where relnamespace = 'pilothouse'::regnamespace
                  and relowner <> (select oid from pg_roles where rolname = ?)\
                """,
                "pilothouse_migrator"))
        .isEmpty();
  }

  @Test
  void noFunctionRunsWithItsOwnersRights() {
    assertThat(
            names(
                "select proname from pg_proc where pronamespace = ?::regnamespace and prosecdef",
                "pilothouse"))
        .isEmpty();
  }

  @Test
  void publicMayDoNothing() {
    assertThat(
            names(
                "select table_name from information_schema.role_table_grants where grantee = ? and"
                    + " table_schema = 'pilothouse'",
                "PUBLIC"))
        .isEmpty();
  }

  @Test
  void showsNothingWithoutATenant() {
    TenantId tenant = stores.tenant();
    JdbcClient app = client(stores.postgres.app());

    assertThat(app.sql("select id from pilothouse.tenant").query().listOfRows()).isEmpty();
    assertThat(ids(tenant)).containsExactly(tenant.toString());
  }

  @Test
  void hidesTheRowsOfOtherTenants() {
    TenantId one = stores.tenant();
    TenantId other = stores.tenant();

    assertThat(ids(one)).doesNotContain(other.toString());
  }

  @Test
  void touchesNoRowOfAnotherTenant() {
    TenantId one = stores.tenant();
    TenantId other = stores.tenant();
    stores.keyOf(other);

    assertThat(keysSeenBy(one)).isZero();
    assertThat(keysSeenBy(other)).isOne();
  }

  @Test
  void refusesToChangeTheJournal() {
    JdbcClient system = client(stores.postgres.system());

    assertThatThrownBy(
            () -> system.sql("update pilothouse.journal set actor = 'someone else'").update())
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  private static List<String> ids(TenantId tenant) {
    return stores
        .database()
        .as(
            tenant,
            jdbc ->
                jdbc.sql("select id::text from tenant").query((row, _) -> row.getString(1)).list());
  }

  private static int keysSeenBy(TenantId tenant) {
    return stores
        .database()
        .as(tenant, jdbc -> jdbc.sql("select count(*) from api_key").query(Integer.class).single());
  }

  private static List<String> names(String sql, String parameter) {
    return client(stores.postgres.superuser())
        .sql(sql)
        .param(parameter)
        .query((row, _) -> row.getString(1))
        .list();
  }

  private static JdbcClient client(DatabaseLogin login) {
    return JdbcClient.create(
        new DriverManagerDataSource(login.url(), login.user(), login.password()));
  }
}
