package dev.pilothouse.contracts;

import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.Jackson3JsonPayloadConverter;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// How values are written into Temporal's histories. Fixed before the first history was kept; the
/// tests hold an example of every version of every payload.
public final class HistoryFormat {
  private HistoryFormat() {}

  /// For servers: everything encrypted, the texts of failures too.
  public static DataConverter encrypted(EncryptionKeys keys) {
    return new CodecDataConverter(plain(), List.of(new EncryptingCodec(keys)), true);
  }

  /// For recorded histories, which people must be able to read.
  public static DataConverter plain() {
    return DefaultDataConverter.newDefaultInstance()
        .withPayloadConverterOverrides(new Jackson3JsonPayloadConverter(mapper()));
  }

  /// A mapper of our own: what a library changes in its defaults must not change what we wrote.
  private static JsonMapper mapper() {
    return JsonMapper.builder()
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .build();
  }
}
