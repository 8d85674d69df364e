package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilothouse.model.TenantId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Walks the catalogue, so that a table added later cannot be forgotten.
class TenancyTest {
  /// Flyway's own list of migrations: no tenant's data, written by the migrator alone.
  private static final String HISTORY = "schema_history";

  /// Rows of the machinery, the same for all tenants: whose lease a process holds, and which
  /// Temporal this house works with. No tenant's request may see them; they are forced all the
  /// same.
  private static final String[] NO_TENANTS_DATA = {"process", "carrier"};

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
                HISTORY))
        .isEmpty();
  }

  @Test
  void everyTableHasAPolicyForItsTenantButThoseOfTheMachinery() {
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
                HISTORY))
        .containsExactlyInAnyOrder(NO_TENANTS_DATA);
  }

  @Test
  void noPolicyOpensATableToATenantInAnyOtherWay() {
    assertThat(
            names(
                """
                select c.relname || '.' || p.polname from pg_policy p join pg_class c on c.oid = p.polrelid
                where p.polroles && array[?::regrole::oid, 0::oid] and p.polname <> 'of_tenant'\
                """,
                "pilothouse_app"))
        .isEmpty();
  }

  @Test
  void theMachinerysTablesAreOpenToTheSystemAlone() {
    JdbcClient app = Stores.client(stores.postgres.app());

    for (String table : NO_TENANTS_DATA) {
      assertThatThrownBy(() -> app.sql("select * from " + table).query().listOfRows())
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void thereArePartitionsToWalk() {
    assertThat(
            names(
                """
                select c.relname from pg_class c join pg_inherits i on i.inhrelid = c.oid
                where i.inhparent = ?::regclass and c.relkind = 'r'\
                """,
                "pilothouse.journal"))
        .contains("journal_default")
        .hasSizeGreaterThan(12);
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
    JdbcClient app = Stores.client(stores.postgres.app());

    assertThat(app.sql("select id from tenant").query().listOfRows()).isEmpty();
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
    return Stores.client(stores.postgres.superuser())
        .sql(sql)
        .param(parameter)
        .query((row, _) -> row.getString(1))
        .list();
  }
}
