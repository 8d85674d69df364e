package dev.pilothouse.stores;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Values too large to stand in a row that every walk reads: the row holds `{"$stored": {"ref": …,
/// "bytes": …, "preview": …}}`, the value stands apart, once for each content.
///
/// A small value that looks like such a reference is stored apart too, whatever its size: so every
/// reference in a row is one of ours.
final class StoredValues {
  static final int LARGEST_IN_A_ROW = 32 << 10;

  /// As PostgreSQL writes jsonb: keys by length, one space after each colon and comma. Strict to
  /// the end, so that no object of a user's with further keys fits.
  private static final Pattern REFERENCE =
      Pattern.compile(
          "\\{\"\\$stored\": \\{\"ref\": \"([0-9a-f]{64})\", \"bytes\": \\d+, "
              + "\"preview\": \"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"}}");

  /// An object whose first key is `$stored`, in whatever way its letters are written.
  private static final Pattern LOOKS_ALIKE =
      Pattern.compile("\\s*\\{\\s*\"" + eitherWay("$stored") + "\"");

  private StoredValues() {}

  /// What to put into the row instead of `value`: the value itself where it is small.
  static Json keep(JdbcClient tx, TenantId tenant, Json value) {
    return isLarge(value) || LOOKS_ALIKE.matcher(value.text()).lookingAt()
        ? stored(tx, tenant, value)
        : value;
  }

  /// The whole value, of what was read from a row.
  static Json load(JdbcClient tx, TenantId tenant, Json inRow) {
    return reference(inRow).flatMap(hash -> find(tx, tenant, hash)).orElse(inRow);
  }

  static Optional<Json> find(JdbcClient jdbc, TenantId tenant, String hash) {
    return jdbc.sql("select body from stored_value where tenant_id = ? and hash = ?")
        .params(tenant.value(), hash)
        .query((row, _) -> new Json(row.getString("body")))
        .optional();
  }

  /// The hash of what is referred to; empty for a value that stands in the row itself.
  static Optional<String> reference(Json inRow) {
    Matcher matcher = REFERENCE.matcher(inRow.text());
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String eitherWay(String key) {
    return key.chars()
        .mapToObj(letter -> "(?:\\x%1$02x|\\\\u(?i:%1$04x))".formatted(letter))
        .collect(Collectors.joining());
  }

  /// No letter takes more than three bytes: most values need not be counted.
  private static boolean isLarge(Json value) {
    String text = value.text();
    return text.length() > LARGEST_IN_A_ROW / 3
        && text.getBytes(StandardCharsets.UTF_8).length > LARGEST_IN_A_ROW;
  }

  private static Json stored(JdbcClient tx, TenantId tenant, Json value) {
    return tx.sql(
            """
            with given as materialized (
              select :value::text body, encode(sha256(convert_to(:value, 'UTF8')), 'hex') hash, octet_length(:value) bytes),
            kept as (
              insert into stored_value (tenant_id, hash, body, bytes)
              select :tenant, hash, body::jsonb, bytes from given on conflict do nothing)
            select jsonb_build_object('$stored',
              jsonb_build_object('ref', hash, 'bytes', bytes, 'preview', left(body, 1000))) reference from given\
            """)
        .param("tenant", tenant.value())
        .param("value", value.text())
        .query((row, _) -> new Json(row.getString("reference")))
        .single();
  }
}
