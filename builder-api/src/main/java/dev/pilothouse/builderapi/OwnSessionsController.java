package dev.pilothouse.builderapi;

import dev.pilothouse.model.Caller;
import dev.pilothouse.model.Person;
import dev.pilothouse.spi.Sessions;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Where a person is signed in, and how they end that from afar.
@RestController
@RequestMapping("/v1/me/sessions")
final class OwnSessionsController {
  /// @param current the one that asks
  record View(String id, String device, Instant openedAt, Instant endsAt, boolean current) {
    static View of(Sessions.Session session, String own) {
      return new View(
          session.id(),
          session.device(),
          session.openedAt(),
          session.endsAt(),
          session.id().equals(own));
    }
  }

  /// A person has few: they stand on one page.
  record Shown(List<View> items, @Nullable String next) {}

  record Ended(int ended) {}

  private final Sessions sessions;

  OwnSessionsController(Sessions sessions) {
    this.sessions = sessions;
  }

  @GetMapping
  Shown all(CallerAuthentication caller) {
    String own = Sessions.idOf(caller.getCredentials());
    List<View> views =
        sessions.of(person(caller)).stream().map(session -> View.of(session, own)).toList();
    return new Shown(views, null);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(CallerAuthentication caller, @PathVariable String id) {
    if (StorableText.unfitIn(id).isPresent() || !sessions.end(person(caller), id)) {
      throw RefusedException.because(
          HttpStatus.NOT_FOUND, "You have no session '" + id + "'. It may have ended already.");
    }
  }

  /// All but the one that asks.
  @DeleteMapping
  Ended endOthers(CallerAuthentication caller) {
    return new Ended(sessions.endOthers(person(caller), caller.getCredentials()));
  }

  private static Person person(CallerAuthentication caller) {
    return switch (caller.getPrincipal()) {
      case Caller.SignedIn(Person person) -> person;
      case Caller.Program _ ->
          throw RefusedException.because(
              HttpStatus.FORBIDDEN, "This is for people who signed in; a key has no session.");
    };
  }
}
