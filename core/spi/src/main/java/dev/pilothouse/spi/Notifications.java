package dev.pilothouse.spi;

import dev.pilothouse.model.Notification;
import dev.pilothouse.model.NotificationId;
import dev.pilothouse.model.Person;
import dev.pilothouse.spi.Journal.Mark;
import java.util.List;
import java.util.Optional;

/// What people are told, each of them for themselves.
public interface Notifications {
  /// Newest first, before `cursor`, which is the position of the last one seen.
  List<Notification> page(Person person, boolean unreadOnly, Optional<Long> cursor, int limit);

  int unread(Person person);

  /// Notes that the person has read it; the time of the first reading stays. Empty where the person
  /// has none of this id.
  Optional<Notification> read(Person person, NotificationId id);

  /// Notes that the person has read all there are.
  void readAll(Person person);

  /// Oldest first, after the mark; never passes a transaction that is still open, so that a reader
  /// who goes on from the last mark misses nothing.
  List<Marked> after(Person person, Mark mark, int limit);

  /// The mark of now: reading on from it gives what comes from here on, and once more what came
  /// while a transaction was open that is open still.
  Mark now();

  record Marked(Mark mark, Notification notification) {}
}
