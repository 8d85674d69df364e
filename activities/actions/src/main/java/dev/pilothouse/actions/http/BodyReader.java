package dev.pilothouse.actions.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pilothouse.actions.schema.JsonTree;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import okhttp3.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/// What an answer holds, as later steps can read it: JSON as it is, text as text, bytes in base64.
final class BodyReader {
  private static final List<String> TEXT =
      List.of("xml", "javascript", "x-www-form-urlencoded", "yaml", "x-yaml", "csv");

  private BodyReader() {}

  static JsonNode of(Optional<MediaType> type, byte[] bytes) {
    String subtype = type.map(MediaType::subtype).orElse("");
    if (subtype.equals("json") || subtype.endsWith("+json")) {
      return json(type, bytes);
    }
    boolean isText =
        type.map(MediaType::type).orElse("text").equals("text")
            || TEXT.contains(subtype)
            || subtype.endsWith("+xml");
    return isText ? text(type, bytes) : base64(type, bytes);
  }

  static Charset charset(Optional<MediaType> type) {
    return type.map(known -> known.charset(UTF_8)).orElse(UTF_8);
  }

  private static JsonNode json(Optional<MediaType> type, byte[] bytes) {
    try {
      return JsonTree.of(new String(bytes, charset(type)));
    } catch (JacksonException onlySaysItIs) {
      return text(type, bytes);
    }
  }

  /// Text that cannot be decoded, or cannot be kept because of a NUL in it, is bytes.
  private static JsonNode text(Optional<MediaType> type, byte[] bytes) {
    try {
      String text = charset(type).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.indexOf('\0') < 0 ? StringNode.valueOf(text) : base64(type, bytes);
    } catch (CharacterCodingException noText) {
      return base64(type, bytes);
    }
  }

  private static JsonNode base64(Optional<MediaType> type, byte[] bytes) {
    return JsonTree.object()
        .put("contentType", type.map(MediaType::toString).orElse("application/octet-stream"))
        .put("base64", Base64.getEncoder().encodeToString(bytes));
  }
}
