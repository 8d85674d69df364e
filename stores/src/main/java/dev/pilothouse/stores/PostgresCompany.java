package dev.pilothouse.stores;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Company;
import dev.pilothouse.spi.RunStarter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The row of a tenant. A new name passes the journal's door, in the transaction of the change.
public final class PostgresCompany implements Company {
  /// What is there from the first start on is nobody's own.
  private static final String STANDING =
      """
      select t.id tenant_id, t.name tenant_name, t.named_at is not null named,
        t.settled_at is not null or exists (select from automation a where a.created_by <> 'pilothouse') settled,
        (select a.id from automation a where a.created_by <> 'pilothouse' and a.state <> 'archived' order by a.id limit 1) first
      from tenant t\
      """;

  private final Database database;
  private final JournalWriter journal;
  private final RunStarter starter;

  public PostgresCompany(Database database, JournalWriter journal, RunStarter starter) {
    this.database = database;
    this.journal = journal;
    this.starter = starter;
  }

  @Override
  public Standing of(TenantId tenant) {
    return database.as(
        tenant, jdbc -> jdbc.sql(STANDING).query(PostgresCompany::standing).single());
  }

  @Override
  public boolean rename(TenantId tenant, String name, String actor) {
    try {
      database.asSystem(tx -> renamed(tx, tenant, name, actor)).startWith(starter);
      return true;
    } catch (DuplicateKeyException nameTaken) {
      return false;
    }
  }

  private Appended renamed(JdbcClient tx, TenantId tenant, String name, String actor) {
    String before =
        tx.sql("select name from tenant where id = ? for update")
            .param(tenant.value())
            .query(String.class)
            .single();
    tx.sql("update tenant set name = ?, named_at = coalesce(named_at, now()) where id = ?")
        .params(name, tenant.value())
        .update();
    return before.equals(name)
        ? Appended.NOTHING
        : journal.append(tx, List.of(TenantEntry.renamed(tenant, before, name, actor)));
  }

  @Override
  public void settle(TenantId tenant) {
    database.as(
        tenant,
        jdbc -> jdbc.sql("update tenant set settled_at = now() where settled_at is null").update());
  }

  private static Standing standing(ResultSet row, int number) throws SQLException {
    return new Standing(
        Rows.tenant(row, number),
        row.getBoolean("named"),
        row.getBoolean("settled"),
        Rows.optionalId(row, "first").map(AutomationId::new));
  }
}
