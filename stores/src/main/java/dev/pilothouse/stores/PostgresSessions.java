package dev.pilothouse.stores;

import dev.pilothouse.model.Person;
import dev.pilothouse.model.SecretHash;
import dev.pilothouse.spi.Sessions;
import java.util.List;

/// A person's own sessions.
public final class PostgresSessions implements Sessions {
  private final Database database;

  public PostgresSessions(Database database) {
    this.database = database;
  }

  @Override
  public List<Session> of(Person person) {
    return database.as(
        person.tenant().id(),
        jdbc ->
            jdbc.sql(
                    """
                    select * from session where person_id = ? and expires_at > now()
                    order by created_at desc, hash\
                    """)
                .param(person.id().value())
                .query((row, _) ->
                    new Session(
                        Sessions.idOf(new SecretHash(row.getString("hash"))),
                        row.getString("device"),
                        Rows.instant(row, "created_at"),
                        Rows.instant(row, "expires_at")))
                .list());
  }

  /// By equality with the beginning, not by a pattern: an id is whatever somebody typed.
  @Override
  public boolean end(Person person, String id) {
    return database.as(
        person.tenant().id(),
        jdbc ->
            jdbc.sql("delete from session where person_id = ? and left(hash, 16) = ?")
                    .params(person.id().value(), id)
                    .update()
                > 0);
  }

  @Override
  public int endOthers(Person person, SecretHash sessionToKeep) {
    return database.as(
        person.tenant().id(),
        jdbc ->
            jdbc.sql("delete from session where person_id = ? and hash <> ?")
                .params(person.id().value(), sessionToKeep.hex())
                .update());
  }
}
