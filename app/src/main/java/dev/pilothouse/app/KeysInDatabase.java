package dev.pilothouse.app;

import dev.pilothouse.app.cli.KeyOrders;
import dev.pilothouse.builderapi.Secrets;
import dev.pilothouse.model.KeyId;
import dev.pilothouse.model.Role;
import dev.pilothouse.model.SecretHash;
import dev.pilothouse.model.Tenant;
import dev.pilothouse.spi.Accounts;
import dev.pilothouse.stores.Database;
import dev.pilothouse.stores.PostgresAccounts;
import dev.pilothouse.workers.platform.PlatformProblem;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Makes keys in the database that the settings name.
final class KeysInDatabase implements KeyOrders {
  private static final String MARK = "ph_";
  private static final int PREFIX_LENGTH = MARK.length() + 6;

  @Override
  public MadeKey create(Map<String, String> given, String name, Role role) {
    Settings settings = CommandSettings.read(given);
    try (Database database = new Database(settings.database())) {
      Accounts accounts = new PostgresAccounts(database);
      Tenant tenant =
          accounts
              .firstTenant()
              .orElseThrow(() ->
                  new IllegalStateException(
                      "Expected a tenant in the database, but it has none yet. Start"
                          + " Pilothouse once; its first start makes one."));
      return added(accounts, tenant, name, role);
    } catch (DataAccessException | TransactionException away) {
      throw new PlatformProblem(
          "No key was made. " + new Reasons(settings).of(away), "Run the same command again then.");
    }
  }

  private static MadeKey added(Accounts accounts, Tenant tenant, String name, Role role) {
    KeyId id = KeyId.next();
    String key = Secrets.next(MARK);
    String prefix = key.substring(0, PREFIX_LENGTH);
    accounts.addKey(new Accounts.NewKey(id, tenant.id(), name, prefix, SecretHash.of(key), role));
    return new MadeKey(id.value().toString(), key, name, role.text(), tenant.name());
  }
}
