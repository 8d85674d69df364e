package dev.pilothouse.workers.platform;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/// The JSON of this folder's files: indented for people, unknown fields ignored so that an older
/// version reads a newer one's file.
final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          // why: a record's questions such as isAlive are not its content
          .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(Visibility.NONE))
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  private Json() {}

  static String write(Object value) {
    return MAPPER.writeValueAsString(value) + "\n";
  }

  static <T> T parse(String text, Class<T> type) {
    return MAPPER.readValue(text, type);
  }

  /// Empty where there is no such file.
  static <T> Optional<T> read(Path file, Class<T> type) {
    return new WholeFile(file).read().map(text -> parse(file, text, type));
  }

  private static <T> T parse(Path file, String text, Class<T> type) {
    try {
      return parse(text, type);
    } catch (JacksonException e) {
      throw new PlatformProblem(
          "Expected JSON in '" + file + "', but found something that cannot be read.",
          "Put that file back from a backup, or start with another folder by --data DIR.",
          e);
    }
  }
}
