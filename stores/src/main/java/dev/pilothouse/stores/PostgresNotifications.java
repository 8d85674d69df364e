package dev.pilothouse.stores;

import dev.pilothouse.model.Notification;
import dev.pilothouse.model.NotificationId;
import dev.pilothouse.model.Person;
import dev.pilothouse.model.RunId;
import dev.pilothouse.spi.Journal.Mark;
import dev.pilothouse.spi.Notifications;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What people were told, as each of them may read it.
public final class PostgresNotifications implements Notifications {
  private final Database database;

  public PostgresNotifications(Database database) {
    this.database = database;
  }

  @Override
  public List<Notification> page(
      Person person, boolean unreadOnly, Optional<Long> cursor, int limit) {
    return as(
        person,
        jdbc ->
            jdbc.sql(
                    """
                    select * from notification where person_id = :person and position < :cursor %s
                    order by position desc limit :limit\
                    """
                        .formatted(unreadOnly ? "and read_at is null" : ""))
                .param("person", person.id().value())
                .param("cursor", cursor.orElse(Long.MAX_VALUE))
                .param("limit", limit)
                .query(PostgresNotifications::notification)
                .list());
  }

  @Override
  public int unread(Person person) {
    return as(
        person,
        jdbc ->
            jdbc.sql("select count(*) from notification where person_id = ? and read_at is null")
                .param(person.id().value())
                .query(Integer.class)
                .single());
  }

  @Override
  public Optional<Notification> read(Person person, NotificationId id) {
    return as(
        person,
        jdbc ->
            jdbc.sql(
                    """
                    update notification set read_at = coalesce(read_at, now())
                    where id = ? and person_id = ? returning *\
                    """)
                .params(id.value(), person.id().value())
                .query(PostgresNotifications::notification)
                .optional());
  }

  @Override
  public void readAll(Person person) {
    as(
        person,
        jdbc ->
            jdbc.sql(
                    "update notification set read_at = now() where person_id = ? and read_at is null")
                .param(person.id().value())
                .update());
  }

  @Override
  public List<Marked> after(Person person, Mark mark, int limit) {
    return as(
        person,
        jdbc ->
            jdbc.sql(
                    """
                    select * from notification where person_id = :person
                      and xid < pg_snapshot_xmin(pg_current_snapshot()) and (xid, position) > (:xid::xid8, :position)
                    order by xid, position limit :limit\
                    """)
                .param("person", person.id().value())
                .param("xid", Long.toString(mark.transaction()))
                .param("position", mark.position())
                .param("limit", limit)
                .query(PostgresNotifications::marked)
                .list());
  }

  @Override
  public Mark now() {
    return database.asSystem(EntrySearch::now);
  }

  private <T> T as(Person person, Function<JdbcClient, T> work) {
    return database.as(person.tenant().id(), work);
  }

  private static Marked marked(ResultSet row, int number) throws SQLException {
    return new Marked(
        new Mark(Long.parseLong(row.getString("xid")), row.getLong("position")),
        notification(row, number));
  }

  private static Notification notification(ResultSet row, int number) throws SQLException {
    return new Notification(
        new NotificationId(Rows.id(row, "id")),
        row.getLong("position"),
        row.getString("addressed"),
        row.getString("text"),
        row.getString("subject"),
        Rows.optionalId(row, "run_id").map(RunId::new),
        row.getString("actor"),
        Rows.instant(row, "created_at"),
        Rows.optionalInstant(row, "read_at"));
  }
}
