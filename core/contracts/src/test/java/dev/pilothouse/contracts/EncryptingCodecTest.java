package dev.pilothouse.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import io.temporal.payload.codec.PayloadCodecException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncryptingCodecTest {
  private static final String OLD = key(1);
  private static final String NEW = key(2);

  @Test
  void readsBackWhatItEncrypted() {
    DataConverter format = HistoryFormat.encrypted(EncryptionKeys.of(OLD, List.of()));

    Payload payload = format.toPayload(List.of("Harbour & Finch")).orElseThrow();

    assertThat(texts(format, payload)).containsExactly("Harbour & Finch");
  }

  @Test
  void leavesNothingReadableInThePayload() {
    DataConverter format = HistoryFormat.encrypted(EncryptionKeys.of(OLD, List.of()));

    Payload payload = format.toPayload(List.of("Harbour & Finch")).orElseThrow();

    assertThat(payload.toString()).doesNotContain("Harbour", "json/plain");
  }

  @Test
  void leavesASummaryReadableForTemporalsPage() {
    DataConverter format = HistoryFormat.encrypted(EncryptionKeys.of(OLD, List.of()));

    assertThat(format.toPayload("Three runs").orElseThrow().getData().toStringUtf8())
        .isEqualTo("\"Three runs\"");
  }

  @Test
  void encryptsTheSameValueDifferentlyEachTime() {
    EncryptingCodec codec = new EncryptingCodec(EncryptionKeys.of(OLD, List.of()));
    List<Payload> plain = List.of(Payload.getDefaultInstance());

    assertThat(codec.encode(plain)).isNotEqualTo(codec.encode(plain));
  }

  @Test
  void readsWithAFormerKeyWhatWasWrittenBeforeTheChange() {
    DataConverter before = HistoryFormat.encrypted(EncryptionKeys.of(OLD, List.of()));
    DataConverter after = HistoryFormat.encrypted(EncryptionKeys.of(NEW, List.of(OLD)));

    Payload payload = before.toPayload(List.of("old")).orElseThrow();

    assertThat(texts(after, payload)).containsExactly("old");
  }

  @Test
  void namesTheSettingWhenTheKeyIsUnknown() {
    EncryptingCodec before = new EncryptingCodec(EncryptionKeys.of(OLD, List.of()));
    EncryptingCodec other = new EncryptingCodec(EncryptionKeys.of(NEW, List.of()));
    List<Payload> payloads = before.encode(List.of(Payload.getDefaultInstance()));

    assertThatThrownBy(() -> other.decode(payloads))
        .isInstanceOf(PayloadCodecException.class)
        .hasMessageContaining("encryption.former-keys");
  }

  @Test
  void refusesAPayloadThatWasTamperedWith() {
    EncryptingCodec codec = new EncryptingCodec(EncryptionKeys.of(OLD, List.of()));
    Payload payload = codec.encode(List.of(Payload.getDefaultInstance())).getFirst();
    byte[] bytes = payload.getData().toByteArray();
    bytes[bytes.length - 1] ^= 1;
    Payload tampered = payload.toBuilder().setData(ByteString.copyFrom(bytes)).build();

    assertThatThrownBy(() -> codec.decode(List.of(tampered)))
        .isInstanceOf(PayloadCodecException.class);
  }

  @Test
  void refusesAKeyOfTheWrongLength() {
    assertThatThrownBy(() -> EncryptionKeys.of("c2hvcnQ=", List.of()))
        .hasMessageContaining("expected base64 of 32 bytes, but found 5 bytes");
  }

  private static String[] texts(DataConverter format, Payload payload) {
    return format.fromPayload(payload, String[].class, String[].class);
  }

  private static String key(int seed) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) seed;
    return Base64.getEncoder().encodeToString(bytes);
  }
}
