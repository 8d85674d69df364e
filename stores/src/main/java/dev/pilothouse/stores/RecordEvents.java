package dev.pilothouse.stores;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.RecordRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// Which events a change of a record is. One change may be several, such as a stage that is new and
/// the last one.
record RecordEvents(ObjectNode before, ObjectNode after) {
  static List<String> of(RecordRef record, Json before, Json after) {
    RecordEvents events = new RecordEvents(JsonObjects.of(before), JsonObjects.of(after));
    return switch (record.kind()) {
      case CONTACT -> List.of(events.isNew() ? "crm.contact.created" : "crm.contact.updated");
      case COMPANY -> List.of(events.isNew() ? "crm.company.created" : "crm.company.updated");
      case DEAL -> events.ofDeal();
      case TASK -> events.ofTask();
      case ACTIVITY -> List.of("crm.activity.logged");
    };
  }

  /// What the entry is about: an activity is the history of something else.
  static String subject(RecordRef record, Json after) {
    return switch (record.kind()) {
      case ACTIVITY -> JsonObjects.of(after).path("subject").asString(record.subject());
      case CONTACT, COMPANY, DEAL, TASK -> record.subject();
    };
  }

  private List<String> ofDeal() {
    List<String> events = new ArrayList<>(2);
    if (isNew()) {
      events.add("crm.deal.created");
    } else {
      events.add(changes("stage") ? "crm.deal.stage_changed" : "crm.deal.updated");
    }
    if (becomes("stage", "won")) {
      events.add("crm.deal.won");
    } else if (becomes("stage", "lost")) {
      events.add("crm.deal.lost");
    }
    return events;
  }

  private List<String> ofTask() {
    Set<String> untold = changed();
    List<String> events = new ArrayList<>(3);
    if (isNew()) {
      events.add("task.created");
    }
    if (after.has("assignee") && untold.remove("assignee")) {
      events.add("task.assigned");
    }
    if (becomes("state", "done") && untold.remove("state")) {
      events.add("task.completed");
    }
    if (!isNew() && !untold.isEmpty()) {
      events.addFirst("task.updated");
    }
    return events;
  }

  private Set<String> changed() {
    return Stream.concat(before.propertyStream(), after.propertyStream())
        .map(Map.Entry::getKey)
        .filter(this::changes)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private boolean isNew() {
    return before.isEmpty();
  }

  private boolean becomes(String field, String word) {
    return changes(field) && after.path(field).asString("").equals(word);
  }

  private boolean changes(String field) {
    return !before.path(field).equals(after.path(field));
  }
}
