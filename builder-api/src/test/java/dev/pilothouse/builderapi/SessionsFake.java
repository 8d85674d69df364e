package dev.pilothouse.builderapi;

import dev.pilothouse.model.Person;
import dev.pilothouse.model.SecretHash;
import dev.pilothouse.spi.Sessions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The sessions of the one person who is signed in.
final class SessionsFake implements Sessions {
  private static final Instant OPENED = Instant.parse("2026-11-20T09:00:00Z");

  private final List<Session> open = new CopyOnWriteArrayList<>();

  void signedIn(String secret, String device) {
    open.add(
        new Session(
            Sessions.idOf(SecretHash.of(secret)), device, OPENED, OPENED.plusSeconds(3_600)));
  }

  @Override
  public List<Session> of(Person person) {
    return open;
  }

  @Override
  public boolean end(Person person, String id) {
    return open.removeIf(session -> session.id().equals(id));
  }

  @Override
  public int endOthers(Person person, SecretHash sessionToKeep) {
    int before = open.size();
    open.removeIf(session -> !session.id().equals(Sessions.idOf(sessionToKeep)));
    return before - open.size();
  }
}
