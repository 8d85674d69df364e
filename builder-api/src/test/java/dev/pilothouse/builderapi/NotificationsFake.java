package dev.pilothouse.builderapi;

import dev.pilothouse.model.Notification;
import dev.pilothouse.model.NotificationId;
import dev.pilothouse.model.Person;
import dev.pilothouse.spi.Journal.Mark;
import dev.pilothouse.spi.Notifications;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/// What one person was told, in memory.
final class NotificationsFake implements Notifications {
  private static final Instant THEN = Instant.parse("2026-11-20T09:58:00Z");

  private final List<Notification> told = new CopyOnWriteArrayList<>();

  Notification tell(String text) {
    Notification notification =
        new Notification(
            NotificationId.next(),
            told.size() + 1L,
            "role:member",
            text,
            "deal/42",
            Optional.empty(),
            "run/1",
            THEN,
            Optional.empty());
    told.add(notification);
    return notification;
  }

  @Override
  public List<Notification> page(
      Person person, boolean unreadOnly, Optional<Long> cursor, int limit) {
    return told.reversed().stream()
        .filter(it -> !unreadOnly || it.readAt().isEmpty())
        .filter(it -> it.position() < cursor.orElse(Long.MAX_VALUE))
        .limit(limit)
        .toList();
  }

  @Override
  public int unread(Person person) {
    return (int) told.stream().filter(it -> it.readAt().isEmpty()).count();
  }

  @Override
  public Optional<Notification> read(Person person, NotificationId id) {
    told.replaceAll(onlyOf(id));
    return told.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  @Override
  public void readAll(Person person) {
    told.replaceAll(NotificationsFake::asRead);
  }

  @Override
  public List<Marked> after(Person person, Mark mark, int limit) {
    return told.stream()
        .filter(it -> it.position() > mark.position())
        .limit(limit)
        .map(it -> new Marked(new Mark(it.position(), it.position()), it))
        .toList();
  }

  @Override
  public Mark now() {
    return new Mark(told.size(), told.size());
  }

  private static UnaryOperator<Notification> onlyOf(NotificationId id) {
    return it -> it.id().equals(id) ? asRead(it) : it;
  }

  private static Notification asRead(Notification it) {
    return new Notification(
        it.id(),
        it.position(),
        it.to(),
        it.text(),
        it.about(),
        it.run(),
        it.actor(),
        it.createdAt(),
        Optional.of(THEN));
  }
}
