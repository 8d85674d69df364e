package dev.pilothouse.actions.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.actions.schema.JsonTree;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.RecordKind;
import dev.pilothouse.model.RecordRef;
import dev.pilothouse.spi.Kept;
import dev.pilothouse.spi.Preview;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptPreviewTest {
  private static final RecordRef DEAL = new RecordRef(RecordKind.DEAL, "42");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          null                         | {"id":"42","name":"100 seats"} | Makes the deal '100 seats'.
          null                         | {"id":"42","stage":"a"}        | Makes the deal '42'.
          {"stage":"a","amount":5}     | {"stage":"b","amount":5}       | Changes the deal/42: stage from 'a' to 'b'.
          {"amount":5,"note":"n"}      | {"amount":7.50,"owner":"ann"}  | Changes the deal/42: amount from 5 to 7.50, owner 'ann', note taken away, was 'n'.
          {"stage":"a"}                | {"stage":"a"}                  | Changes nothing: the deal/42 is so already.
          """)
  void saysWhatWouldChange(String before, String after, String sentence) {
    assertThat(preview(before, after).sentence()).isEqualTo(sentence);
  }

  @Test
  void showsBeforeAndAfter() {
    assertThat(preview("{\"a\":1}", "{\"a\":2}").details())
        .isEqualTo(
            new Json(
                "{\"changes\":[{\"subject\":\"deal/42\",\"before\":{\"a\":1},\"after\":{\"a\":2}}]}"));
  }

  @Test
  void saysThatItWouldFail() {
    Kept kept = new Kept.NoSuch(DEAL);

    Preview preview = new KeptPreview(kept, new KeptAnswer("with").of(kept)).preview();

    assertThat(preview.sentence()).startsWith("Fails: Expected a deal of ours");
    assertThat(JsonTree.of(preview.details()).isEmpty()).isTrue();
  }

  private static Preview preview(String before, String after) {
    Kept kept = new Kept.Done(DEAL, new Json(before), new Json(after), 1);
    return new KeptPreview(kept, new KeptAnswer("with").of(kept)).preview();
  }
}
