package dev.pilothouse.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// One example of every version of every payload that a history may hold. Examples are added, never
/// changed: a test that fails here would be a run that cannot go on.
class StoredPayloadsTest {
  private static final RunStart START =
      new RunStart(
          1,
          UUID.fromString("01934567-89ab-7000-8000-000000000001"),
          UUID.fromString("01934567-89ab-7000-8000-000000000002"));

  private final DataConverter format = HistoryFormat.plain();

  @Test
  void readsTheFirstRunStart() throws IOException {
    assertThat(read("run-start-1.json", RunStart.class)).isEqualTo(START);
  }

  @Test
  void readsTheFirstAnswerOfAWalk() throws IOException {
    assertThat(read("walk-answer-ended-1.json", WalkAnswer.class))
        .isEqualTo(new WalkAnswer.Ended());
  }

  @Test
  void writesWhatItReads() throws IOException {
    assertThat(format.toPayload(START).orElseThrow().getData().toStringUtf8())
        .isEqualTo(example("run-start-1.json").toStringUtf8().strip());
  }

  @Test
  void overlooksFieldsOfLaterVersions() {
    Payload later =
        json(ByteString.copyFromUtf8("{\"answer\":\"ended\",\"because\":\"of a later version\"}"));

    assertThat(format.fromPayload(later, WalkAnswer.class, WalkAnswer.class))
        .isEqualTo(new WalkAnswer.Ended());
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
