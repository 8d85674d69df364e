package dev.pilothouse.builderapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CloudEventReaderTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:42:00Z");

  private final CloudEventReader reader =
      new CloudEventReader(JsonMapper.builder().build(), Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void readsAWholeEnvelope() {
    assertThat(
            read(
                """
                {"specversion": "1.0", "id": "7", "source": "https://crm.example", "type": "crm.deal.won",
                 "subject": "deal/42", "time": "2026-11-20T10:58:00+01:00", "data": {"amount": 12000}}\
                """))
        .isEqualTo(
            new CloudEvent(
                "https://crm.example",
                "7",
                "crm.deal.won",
                "deal/42",
                Instant.parse("2026-11-20T09:58:00Z"),
                new Json("{\"amount\":12000}")));
  }

  @Test
  void takesTheTimeOfArrivalWhereTheSenderGaveNone() {
    assertThat(read(minimal("")).time()).isEqualTo(NOW);
  }

  @Test
  void takesMissingDataForNull() {
    assertThat(read(minimal("")).data()).isEqualTo(Json.NULL);
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> read("{\"specversion\": \"0.3\", \"id\": 7, \"time\": \"yesterday\"}"))
        .satisfies(refused ->
            assertThat(refused.faults())
                .extracting(RefusedException.Fault::path)
                .containsExactly("specversion", "id", "source", "type", "time"));
  }

  @Test
  void saysWhereTheJsonBreaks() {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> read("{\n  \"id\": }"))
        .withMessageContaining("line 2");
  }

  @Test
  void refusesWhatIsNoObject() {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> read("[]"))
        .withMessageContaining("Expected a JSON object");
  }

  @Test
  void refusesTheCharacterThatCannotBeStored() {
    assertFaultAt("data", minimal(", \"data\": {\"name\": \"a\\u0000b\"}"));
  }

  @Test
  void keepsABackslashThatOnlyLooksLikeIt() {
    assertThat(read(minimal(", \"data\": \"C:\\\\u0000\"")).data().text())
        .isEqualTo("\"C:\\\\u0000\"");
  }

  @Test
  void refusesControlCharactersInAttributes() {
    assertFaultAt("subject", minimal(", \"subject\": \"deal\\n42\""));
  }

  @Test
  void refusesAttributesThatAreTooLong() {
    assertFaultAt("subject", minimal(", \"subject\": \"" + "x".repeat(1_001) + "\""));
  }

  private void assertFaultAt(String path, String body) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> read(body))
        .satisfies(refused ->
            assertThat(refused.faults())
                .extracting(RefusedException.Fault::path)
                .containsExactly(path));
  }

  private CloudEvent read(String body) {
    return reader.read(body.getBytes(StandardCharsets.UTF_8));
  }

  private static String minimal(String more) {
    return "{\"specversion\": \"1.0\", \"id\": \"1\", \"source\": \"s\", \"type\": \"t\""
        + more
        + "}";
  }
}
