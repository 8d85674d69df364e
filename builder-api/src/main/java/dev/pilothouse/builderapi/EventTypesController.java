package dev.pilothouse.builderapi;

import static java.util.stream.Collectors.toMap;

import dev.pilothouse.chain.EventCatalogue;
import dev.pilothouse.chain.EventType;
import dev.pilothouse.model.Caller;
import dev.pilothouse.spi.EventTypes;
import dev.pilothouse.spi.EventTypes.Seen;
import dev.pilothouse.spi.EventTypes.Whole;
import dev.pilothouse.spi.Journal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Shows which types of events there are: those of the catalogue, and those that have come.
@RestController
@RequestMapping("/v1/event-types")
final class EventTypesController {
  private final EventCatalogue catalogue;
  private final EventTypes types;
  private final Journal journal;

  EventTypesController(EventCatalogue catalogue, EventTypes types, Journal journal) {
    this.catalogue = catalogue;
    this.types = types;
    this.journal = journal;
  }

  /// Both kinds in one order, by name.
  @GetMapping
  PageLimit.Page<EventTypeView.Row> page(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") String prefix,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "") String before) {
    PageLimit rows = new PageLimit(limit);
    Optional<String> after = Optional.of(AddressText.of(before)).filter(last -> !last.isEmpty());
    Map<String, Seen> seen =
        types.page(caller.tenant(), AddressText.of(prefix), after, rows.withNext()).stream()
            .collect(toMap(Seen::type, Function.identity()));
    List<EventTypeView.Row> found =
        Stream.concat(declared(prefix, before), seen.keySet().stream())
            .distinct()
            .sorted()
            .limit(rows.withNext())
            .map(type -> row(type, Optional.ofNullable(seen.get(type))))
            .toList();
    return rows.page(found, Function.identity(), EventTypeView.Row::type);
  }

  private Stream<String> declared(String prefix, String after) {
    return catalogue.all().stream()
        .map(EventType::name)
        .filter(name -> name.startsWith(prefix) && name.compareTo(after) > 0);
  }

  private EventTypeView.Row row(String type, Optional<Seen> seen) {
    return EventTypeView.Row.of(type, catalogue.named(type), seen);
  }

  /// A type is whatever its sender calls it, slashes included.
  @GetMapping("/{*type}")
  EventTypeView.Detail one(@AuthenticationPrincipal Caller caller, @PathVariable String type) {
    String name = type.substring(1);
    Optional<EventType> declared = catalogue.named(name);
    Optional<Whole> seen =
        StorableText.unfitIn(name).isPresent()
            ? Optional.empty()
            : types.find(caller.tenant(), name);
    if (declared.isEmpty() && seen.isEmpty()) {
      throw RefusedException.because(
          HttpStatus.NOT_FOUND,
          "Nothing is known of events of the type '"
              + name
              + "'. It may be mistyped, or none has come yet.");
    }
    return EventTypeView.Detail.of(
        name,
        declared,
        seen,
        seen.flatMap(it -> journal.find(caller.tenant(), it.seen().newest())));
  }
}
