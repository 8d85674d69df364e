package dev.pilothouse.builderapi;

import dev.pilothouse.builderapi.EventStream.Feed;
import dev.pilothouse.builderapi.EventStream.Told;
import dev.pilothouse.model.Caller;
import dev.pilothouse.model.Notification;
import dev.pilothouse.model.NotificationId;
import dev.pilothouse.model.Person;
import dev.pilothouse.model.RunId;
import dev.pilothouse.spi.Journal.Mark;
import dev.pilothouse.spi.Notifications;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// What a person was told within the house. Everyone sees their own alone.
@RestController
@RequestMapping("/v1/notifications")
final class NotificationsController {
  /// @param to whom its sender addressed: a person, a role, an owner
  /// @param about such as `deal/42`
  record View(
      String id,
      String text,
      String to,
      @Nullable String about,
      @Nullable String run,
      String actor,
      Instant createdAt,
      @Nullable Instant readAt) {
    static View of(Notification notification) {
      return new View(
          notification.id().toString(),
          notification.text(),
          notification.to(),
          notification.about().isEmpty() ? null : notification.about(),
          notification.run().map(RunId::toString).orElse(null),
          notification.actor(),
          notification.createdAt(),
          notification.readAt().orElse(null));
    }
  }

  record Shown(List<View> items, @Nullable String next, int unread) {}

  record Unread(int unread) {}

  private final Notifications notifications;
  private final JsonMapper json;
  private final StreamPlaces places;

  NotificationsController(Notifications notifications, JsonMapper json, StreamPlaces places) {
    this.notifications = notifications;
    this.json = json;
    this.places = places;
  }

  @GetMapping
  Shown newest(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "false") boolean unread,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "") String before) {
    Person person = person(caller);
    PageLimit rows = new PageLimit(limit);
    PageLimit.Page<View> page =
        rows.page(
            notifications.page(person, unread, PageLimit.position(before), rows.withNext()),
            View::of,
            it -> "" + it.position());
    return new Shown(page.items(), page.next(), notifications.unread(person));
  }

  @GetMapping("/unread")
  Unread unread(@AuthenticationPrincipal Caller caller) {
    return new Unread(notifications.unread(person(caller)));
  }

  @PostMapping("/{id}/read")
  View read(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
    Person person = person(caller);
    return NotificationId.parse(id)
        .flatMap(notification -> notifications.read(person, notification))
        .map(View::of)
        .orElseThrow(() ->
            RefusedException.because(
                HttpStatus.NOT_FOUND,
                "There is no notification '" + id + "' for you. It may be somebody else's."));
  }

  @PostMapping("/read")
  Unread readAll(@AuthenticationPrincipal Caller caller) {
    notifications.readAll(person(caller));
    return unread(caller);
  }

  @GetMapping(
      path = {"", "/stream"},
      produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  void follow(
      @AuthenticationPrincipal Caller caller,
      @RequestHeader(name = "Last-Event-ID", defaultValue = "") String last,
      HttpServletResponse response) {
    Person person = person(caller);
    try (StreamPlaces.Place place = places.take(person.id())) {
      new LiveAnswer(json, response).tell(new News(notifications, person), last, place);
    }
  }

  /// What a person is told from now on.
  private record News(Notifications notifications, Person person) implements Feed {
    @Override
    public String name() {
      return "your notifications";
    }

    @Override
    public Mark now() {
      return notifications.now();
    }

    @Override
    public List<Told> after(Mark mark, int limit) {
      return notifications.after(person, mark, limit).stream()
          .map(it -> new Told(it.mark(), View.of(it.notification())))
          .toList();
    }
  }

  private static Person person(Caller caller) {
    return switch (caller) {
      case Caller.SignedIn(Person person) -> person;
      case Caller.Program _ ->
          throw RefusedException.because(
              HttpStatus.FORBIDDEN,
              "Notifications are for people who signed in; a key is told nothing. Events are at"
                  + " /v1/events.");
    };
  }
}
