package dev.pilothouse.builderapi;

import dev.pilothouse.model.RecordKind;
import dev.pilothouse.model.RecordRef;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;

/// The lists of records, as addresses name them.
enum RecordList {
  CONTACTS(RecordKind.CONTACT),
  COMPANIES(RecordKind.COMPANY),
  DEALS(RecordKind.DEAL),
  TASKS(RecordKind.TASK),
  ACTIVITIES(RecordKind.ACTIVITY);

  /// As a pattern of an address.
  static final String NAMES = "contacts|companies|deals|tasks|activities";

  private static final List<String> OF_EVERY_LIST = List.of("limit", "before", "q");

  private final RecordKind kind;

  RecordList(RecordKind kind) {
    this.kind = kind;
  }

  static RecordList named(String name) {
    return Arrays.stream(values())
        .filter(list -> list.text().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no list '" + name + "'."));
  }

  RecordKind kind() {
    return kind;
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  RecordRef record(String id) {
    return new RecordRef(kind, id);
  }

  String path(RecordRef record) {
    return "/v1/" + text() + "/" + record.id();
  }

  /// What the list is to be narrowed by. A mistyped name must not show all of it.
  Map<String, String> filters(Map<String, String> asked, List<String> known) {
    Map<String, String> filters = new TreeMap<>(asked);
    OF_EVERY_LIST.forEach(filters::remove);
    filters.replaceAll((_, value) -> AddressText.of(value));
    filters.forEach((name, value) -> {
      if (!known.contains(name)) {
        throw refused("Expected one of " + names(known) + ", but found '" + name + "'.");
      }
      if (name.equals("overdue") && !List.of("true", "false").contains(value)) {
        throw refused("Expected 'overdue' as true or false, but found '" + value + "'.");
      }
    });
    return filters;
  }

  private static String names(List<String> known) {
    return Stream.concat(OF_EVERY_LIST.stream(), known.stream())
        .map(name -> "'" + name + "'")
        .collect(Collectors.joining(", "));
  }

  private static RefusedException refused(String sentence) {
    return RefusedException.because(HttpStatus.BAD_REQUEST, sentence);
  }
}
