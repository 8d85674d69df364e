package dev.pilothouse.stores;

import dev.pilothouse.model.Caller;
import dev.pilothouse.model.KeyId;
import dev.pilothouse.model.Person;
import dev.pilothouse.model.PersonId;
import dev.pilothouse.model.SecretHash;
import dev.pilothouse.model.Tenant;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Accounts;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// People, sessions and keys. Look-ups run before the tenant is known and so as the system.
public final class PostgresAccounts implements Accounts {
  private static final String PERSON =
      """
      select p.*, t.id tenant_id, t.name tenant_name from person p join tenant t on t.id = p.tenant_id
      """;

  private final Database database;

  public PostgresAccounts(Database database) {
    this.database = database;
  }

  /// Several processes may start at once on an empty database: the lock lets one of them be first.
  @Override
  public boolean createFirst(Tenant tenant, Person administrator, String passwordHash) {
    return database.asSystem(jdbc -> {
      jdbc.sql("select pg_advisory_xact_lock(hashtext('pilothouse.first-tenant'))")
          .query((_, _) -> true)
          .single();
      if (oldest(jdbc).isPresent()) {
        return false;
      }
      jdbc.sql("insert into tenant (id, name) values (?, ?)")
          .params(tenant.id().value(), tenant.name())
          .update();
      insert(jdbc, administrator, passwordHash);
      return true;
    });
  }

  @Override
  public Optional<Tenant> firstTenant() {
    return database.asSystem(PostgresAccounts::oldest);
  }

  @Override
  public Optional<Login> login(String email) {
    return database.asSystem(jdbc ->
        jdbc.sql(PERSON + "where p.email = lower(?)")
            .param(email)
            .query((row, number) ->
                new Login(Rows.person(row, number), row.getString("password_hash")))
            .optional());
  }

  @Override
  public void openSession(Person person, SecretHash hash, Duration lifetime, String device) {
    database.asSystem(jdbc -> {
      jdbc.sql("delete from session where person_id = ? and expires_at < now()")
          .param(person.id().value())
          .update();
      return jdbc.sql(
              """
              insert into session (hash, tenant_id, person_id, expires_at, device)
              values (:hash, :tenant, :person, now() + :seconds * interval '1 second', left(:device, 200))\
              """)
          .param("hash", hash.hex())
          .param("tenant", person.tenant().id().value())
          .param("person", person.id().value())
          .param("seconds", lifetime.toSeconds())
          .param("device", device)
          .update();
    });
  }

  @Override
  public void closeSession(SecretHash hash) {
    database.asSystem(
        jdbc -> jdbc.sql("delete from session where hash = ?").param(hash.hex()).update());
  }

  @Override
  public Optional<Caller> bySession(SecretHash hash) {
    return database.asSystem(jdbc ->
        jdbc.sql(
                PERSON
                    + "join session s on s.person_id = p.id where s.hash = ? and s.expires_at >"
                    + " now()")
            .param(hash.hex())
            .query(Rows::person)
            .optional()
            .map(Caller.SignedIn::new));
  }

  @Override
  public Optional<Caller> byKey(SecretHash hash) {
    return database.asSystem(jdbc ->
        jdbc.sql("select id, tenant_id, role from api_key where hash = ? and withdrawn_at is null")
            .param(hash.hex())
            .query((row, _) ->
                (Caller)
                    new Caller.Program(
                        new KeyId(Rows.id(row, "id")),
                        new TenantId(Rows.id(row, "tenant_id")),
                        Rows.role(row)))
            .optional());
  }

  @Override
  public void addKey(NewKey key) {
    database.asSystem(jdbc -> KeyRows.insert(jdbc, key));
  }

  @Override
  public void changePassword(
      TenantId tenant, PersonId person, String passwordHash, SecretHash sessionToKeep) {
    database.as(
        tenant,
        jdbc -> {
          jdbc.sql("delete from session where person_id = ? and hash <> ?")
              .params(person.value(), sessionToKeep.hex())
              .update();
          return jdbc.sql(
                  "update person set password_hash = ?, first_password = false where id = ?")
              .params(passwordHash, person.value())
              .update();
        });
  }

  private static Optional<Tenant> oldest(JdbcClient jdbc) {
    return jdbc.sql(
            "select id tenant_id, name tenant_name from tenant order by created_at, id limit 1")
        .query(Rows::tenant)
        .optional();
  }

  private static void insert(JdbcClient jdbc, Person person, String passwordHash) {
    jdbc.sql(
            """
            insert into person (id, tenant_id, email, name, role, password_hash, first_password)
            values (?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            person.id().value(),
            person.tenant().id().value(),
            person.email(),
            person.name(),
            person.role().text(),
            passwordHash,
            person.firstPassword())
        .update();
  }
}
