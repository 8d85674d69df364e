package dev.pilothouse.stores;

import dev.pilothouse.model.RecordKind;
import dev.pilothouse.stores.FieldRule.Amount;
import dev.pilothouse.stores.FieldRule.Anything;
import dev.pilothouse.stores.FieldRule.Day;
import dev.pilothouse.stores.FieldRule.Domain;
import dev.pilothouse.stores.FieldRule.Email;
import dev.pilothouse.stores.FieldRule.Line;
import dev.pilothouse.stores.FieldRule.Moment;
import dev.pilothouse.stores.FieldRule.Money;
import dev.pilothouse.stores.FieldRule.OneOf;
import dev.pilothouse.stores.FieldRule.Prose;
import dev.pilothouse.stores.FieldRule.Reference;
import dev.pilothouse.stores.FieldRule.Stage;
import dev.pilothouse.stores.FieldRule.Subject;
import dev.pilothouse.stores.FieldRule.Who;
import dev.pilothouse.stores.FieldRule.Word;
import java.util.List;
import java.util.Map;

/// The fields that records of a kind have by themselves. Beside them there may be any other.
///
/// @param needed one of these must be there; none is where the list is empty
/// @param linked those that name other records
record RecordShape(Map<String, FieldRule> fields, List<String> needed, List<Linked> linked) {
  private static final FieldRule ANYTHING = new Anything();
  private static final FieldRule NAME = new Line(200);
  private static final FieldRule NOTE = new Prose(10_000);
  private static final FieldRule TEXT = new Prose(20_000);
  private static final FieldRule WHO = new Who();
  private static final FieldRule COMPANY_ID = new Reference(Linked.COMPANY);
  private static final FieldRule CONTACT_ID = new Reference(Linked.CONTACT);

  private static final RecordShape CONTACT =
      new RecordShape(
          Map.of(
              "name", NAME,
              "email", new Email(),
              "phone", new Line(50),
              "title", NAME,
              "company_id", COMPANY_ID,
              "company", NAME,
              "owner", WHO,
              "note", NOTE),
          List.of("name", "email"),
          List.of(Linked.COMPANY));

  private static final RecordShape COMPANY =
      new RecordShape(
          Map.of(
              "name", NAME,
              "domain", new Domain(),
              "phone", new Line(50),
              "country", NAME,
              "owner", WHO,
              "note", NOTE),
          List.of("name"),
          List.of());

  private static final RecordShape DEAL =
      new RecordShape(
          Map.ofEntries(
              Map.entry("name", NAME),
              Map.entry("stage", new Stage()),
              Map.entry("amount", new Amount()),
              Map.entry("currency", new Money()),
              Map.entry("closes_on", new Day()),
              Map.entry("company_id", COMPANY_ID),
              Map.entry("company", NAME),
              Map.entry("contact_id", CONTACT_ID),
              Map.entry("contact", NAME),
              Map.entry("owner", WHO),
              Map.entry("note", NOTE)),
          List.of(),
          List.of(Linked.COMPANY, Linked.CONTACT));

  private static final RecordShape TASK =
      new RecordShape(
          Map.of(
              "title", new Line(500),
              "body", TEXT,
              "assignee", WHO,
              "due", new Moment(),
              "state", new OneOf(List.of("open", "done")),
              "subject", new Subject()),
          List.of("title"),
          List.of());

  private static final RecordShape ACTIVITY =
      new RecordShape(
          Map.of("subject", new Subject(), "kind", new Word(), "text", TEXT, "at", new Moment()),
          List.of("subject"),
          List.of());

  static RecordShape of(RecordKind kind) {
    return switch (kind) {
      case CONTACT -> CONTACT;
      case COMPANY -> COMPANY;
      case DEAL -> DEAL;
      case TASK -> TASK;
      case ACTIVITY -> ACTIVITY;
    };
  }

  FieldRule rule(String field) {
    return fields.getOrDefault(field, ANYTHING);
  }
}
