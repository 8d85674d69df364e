package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.RecordKind;
import dev.pilothouse.model.RecordRef;
import dev.pilothouse.spi.Kept.Misfit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class RecordDraftTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          contact | {}                                             | Expected 'name' or 'email', but found none.
          contact | {"name": "A", "email": "ada"}                  | Expected an address such as ada@example.com, but found 'ada'.
          contact | {"name": "A\\nB"}                              | Expected a line of text, but found 'A\\nB'.
          contact | {"name": ["A"]}                                | Expected a line of text, but found a list.
          contact | {"name": "A", "id": "7"}                       | Expected no 'id', but found one.
          contact | {"name": "A", "first name": "A"}               | Expected a name of letters, digits and _, a letter first, at most 60, but found 'first name'.
          contact | {"name": "A", "company_id": "c9"}              | Expected the id of a company, but found 'c9'.
          contact | {"name": "A", "company_id": "c1", "company": "Acne"} | Expected 'Acme', as 'company_id' says, but found 'Acne'.
          company | {"domain": "acme.example"}                     | Expected 'name', but found none.
          company | {"name": "A", "domain": "acme"}                | Expected a domain such as example.com, but found 'acme'.
          deal    | {}                                             | Expected at least one field, but found none.
          deal    | {"stage": "Won"}                               | Expected a stage, 'won' and 'lost' in lower case, but found 'Won'.
          deal    | {"amount": "1250"}                             | Expected a number, but found '1250'.
          deal    | {"amount": 1e300}                              | Expected a number up to 10^15, but found a larger one.
          deal    | {"currency": "EURO"}                           | Expected a currency of ISO 4217 such as EUR, but found 4 characters.
          deal    | {"currency": "EUX"}                            | Expected a currency of ISO 4217 such as EUR, but found 'EUX'.
          deal    | {"closes_on": "2027-02-30"}                    | Expected a day such as 2027-01-15, but found '2027-02-30'.
          task    | {"body": "b"}                                  | Expected 'title', but found none.
          task    | {"title": "T", "due": "2027-01-15T09:00"}      | Expected a time with its zone such as 2027-01-15T09:00:00+01:00, but found '2027-01-15T09:00'.
          task    | {"title": "T", "state": "closed"}              | Expected one of open, done, but found 'closed'.
          task    | {"title": "T", "subject": "42"}                | Expected what it is about, such as deal/42, but found '42'.
          activity | {"text": "t"}                                 | Expected 'subject', but found none.
          activity | {"subject": "deal/1", "kind": "Phone call"}   | Expected a word such as call, email, meeting or note, but found 'Phone call'.
          """)
  void saysWhatDoesNotFit(String kind, String fields, String sentence) {
    assertThat(misfits(kind, fields))
        .extracting(Misfit::sentence)
        .containsExactly(sentence.replace("\\n", "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          contact | {"email": " Ada@Example.COM "}       | {"email":"ada@example.com"}
          contact | {"name": "A", "owner": "Bob"}        | {"name":"A","owner":"Bob"}
          contact | {"name": "A", "owner": "B@x.Y"}      | {"name":"A","owner":"b@x.y"}
          contact | {"name": "A", "company": "Any"}      | {"name":"A","company":"Any"}
          contact | {"name": "A", "company_id": "company/c1", "company": "Acme"} | {"name":"A","company_id":"c1"}
          company | {"name": " A ", "domain": "https://Acme.Example/"} | {"name":"A","domain":"acme.example"}
          deal    | {"amount": 1250.50, "currency": "eur"} | {"amount":1250.50,"currency":"EUR"}
          deal    | {"stage": "Verhandlung", "vip": true}  | {"stage":"Verhandlung","vip":true}
          task    | {"title": "T", "due": "2027-01-15T09:00:00+01:00"} | {"state":"open","title":"T","due":"2027-01-15T08:00:00Z"}
          """)
  void keepsWhatFitsInOneForm(String kind, String fields, String kept) {
    RecordDraft draft = draft(kind, fields);

    assertThat(draft.misfits()).isEmpty();
    assertThat(draft.fields().toString()).isEqualTo(kept);
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    assertThat(misfits("deal", "{\"amount\": \"much\", \"currency\": 1, \"version\": 3}"))
        .extracting(Misfit::field)
        .containsExactly("amount", "currency", "version");
  }

  @Test
  void refusesAnIdThatNoAddressCanHold() {
    RecordRef odd = new RecordRef(RecordKind.DEAL, "a/b?");

    assertThat(
            new RecordDraft(odd).with(tree("{\"stage\": \"a\"}"), _ -> Optional.empty()).misfits())
        .extracting(Misfit::field)
        .containsExactly("id");
  }

  @Test
  void keepsWhatARecordCannotBeWithout() {
    RecordRef task = RecordRef.next(RecordKind.TASK);
    RecordDraft draft =
        new RecordDraft(task, tree("{\"title\": \"T\", \"state\": \"open\"}"))
            .with(tree("{\"title\": null}"), _ -> Optional.empty());

    assertThat(draft.misfits()).extracting(Misfit::field).containsExactly("title");
  }

  @Test
  void refusesMoreThanARecordIsFor() {
    assertThat(misfits("deal", "{\"mine\": \"" + "x".repeat(70_000) + "\"}"))
        .extracting(Misfit::sentence)
        .singleElement()
        .asString()
        .startsWith("Expected at most 65536 characters");
  }

  private static List<Misfit> misfits(String kind, String fields) {
    return draft(kind, fields).misfits();
  }

  private static RecordDraft draft(String kind, String fields) {
    RecordRef record = RecordRef.next(RecordKind.valueOf(kind.toUpperCase(Locale.ROOT)));
    return new RecordDraft(record)
        .with(
            tree(fields),
            named -> named.id().equals("c1") ? Optional.of("Acme") : Optional.empty());
  }

  private static ObjectNode tree(String text) {
    return JsonObjects.of(new Json(text));
  }
}
