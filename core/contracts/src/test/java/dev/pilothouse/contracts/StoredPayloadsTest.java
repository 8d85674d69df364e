package dev.pilothouse.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// One example of every version of every payload that a history may hold. Examples are added, never
/// changed: a test that fails here would be a run that cannot go on.
class StoredPayloadsTest {
  private final DataConverter format = HistoryFormat.plain();

  @Test
  void readsTheFirstRunStart() throws IOException {
    assertThat(read("run-start-1.json", RunStart.class)).isEqualTo(startOf(1));
  }

  @Test
  void readsARunStartWithManyRuns() throws IOException {
    assertThat(read("run-start-2.json", RunStart.class)).isEqualTo(startOf(2));
  }

  @Test
  void readsTheAnswersOfAWalk() throws IOException {
    assertThat(read("walk-answer-ended-1.json", WalkAnswer.class))
        .isEqualTo(new WalkAnswer.Ended());
    assertThat(read("walk-answer-again-2.json", WalkAnswer.class))
        .isEqualTo(new WalkAnswer.Again(Duration.ofSeconds(30), ""));
    assertThat(read("walk-answer-again-3.json", WalkAnswer.class)).isEqualTo(again());
  }

  @Test
  void readsTheWatermark() throws IOException {
    assertThat(read("watermark-1.json", Watermark.class)).isEqualTo(watermark());
  }

  @Test
  void writesWhatItReads() throws IOException {
    assertThat(written(watermark())).isEqualTo(example("watermark-1.json").toStringUtf8().strip());
    assertThat(written(startOf(2))).isEqualTo(example("run-start-2.json").toStringUtf8().strip());
    assertThat(written(again()))
        .isEqualTo(example("walk-answer-again-3.json").toStringUtf8().strip());
  }

  @Test
  void overlooksFieldsOfLaterVersions() {
    Payload later =
        json(ByteString.copyFromUtf8("{\"answer\":\"ended\",\"because\":\"of a later version\"}"));

    assertThat(format.fromPayload(later, WalkAnswer.class, WalkAnswer.class))
        .isEqualTo(new WalkAnswer.Ended());
  }

  private static WalkAnswer again() {
    return new WalkAnswer.Again(Duration.ofSeconds(30), "'Onboard' waits");
  }

  private static RunStart startOf(int engine) {
    return new RunStart(
        engine,
        List.of(
            new RunStart.Member(
                UUID.fromString("01934567-89ab-7000-8000-000000000001"),
                UUID.fromString("01934567-89ab-7000-8000-000000000002"))));
  }

  private static Watermark watermark() {
    return new Watermark(UUID.fromString("01934567-89ab-7000-8000-000000000003"), 41);
  }

  private String written(Object value) {
    return format.toPayload(value).orElseThrow().getData().toStringUtf8();
  }

  private <T> T read(String name, Class<T> type) throws IOException {
    return format.fromPayload(json(example(name)), type, type);
  }

  private static Payload json(ByteString data) {
    return Payload.newBuilder()
        .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
        .setData(data)
        .build();
  }

  private static ByteString example(String name) throws IOException {
    try (InputStream file = StoredPayloadsTest.class.getResourceAsStream("/payloads/" + name)) {
      assertThat(file).as(name).isNotNull();
      return ByteString.readFrom(file);
    }
  }
}
