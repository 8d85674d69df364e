package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.TenantId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredValuesTest {
  @RegisterExtension static final Stores stores = new Stores();

  private static final Json LARGE = new Json("{\"text\": \"" + "é\\n".repeat(12_000) + "\"}");

  private final TenantId tenant = stores.tenant();

  @Test
  void leavesSmallValuesInTheirRow() {
    Json small = new Json("{\"n\": 1}");

    assertThat(kept(small)).isEqualTo(small);
  }

  @Test
  void keepsALargeValueApartAndGivesItBackWhole() {
    Json inRow = throughJsonb(kept(LARGE));

    assertThat(inRow.text()).hasSizeLessThan(5_000).startsWith("{\"$stored\": {\"ref\": \"");
    assertThat(loaded(inRow)).isEqualTo(LARGE);
  }

  @Test
  void measuresBytesAndNotLetters() {
    Json emoji = new Json("\"" + "é".repeat(20_000) + "\"");

    assertThat(StoredValues.reference(kept(emoji))).isPresent();
  }

  @Test
  void keepsTheSameContentOnce() {
    assertThat(kept(LARGE)).isEqualTo(kept(LARGE));
  }

  @Test
  void handsOutAValueByItsHashToItsOwnTenantAlone() {
    String hash = StoredValues.reference(kept(LARGE)).orElseThrow();

    assertThat(stores.runs().value(tenant, hash)).contains(LARGE);
    assertThat(stores.runs().value(stores.tenant(), hash)).isEmpty();
    assertThat(stores.runs().value(tenant, "no hash")).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"$stored\": {\"ref\": \"%s\", \"bytes\": 1, \"preview\": \"x\"}}",
        "{ \"\\u0024stor\\u0065d\":{\"bytes\":1,\"ref\":\"%s\",\"preview\":\"x\"}}",
        "{\"$stored\": 1, \"$stored\": {\"ref\": \"%s\", \"bytes\": 1, \"preview\": \"x\"}}",
        "{\"$stored\": 1}",
        "{\"$stored\": {\"ref\": \"%s\", \"bytes\": 1, \"preview\": \"x\"}, \"a longer key\": {\"b\": {}}}",
        "{\"a longer key\": {\"b\": {}}, \"$stored\": {\"ref\": \"%s\", \"bytes\": 1, \"preview\": \"x\"}}",
        "{\"$stored\": {\"ref\": \"%s\", \"bytes\": 1, \"preview\": \"x\", \"longer than that\": {}}}",
      })
  void takesNoValueOfAUserForAReference(String template) {
    String hash = StoredValues.reference(kept(LARGE)).orElseThrow();
    Json lookAlike = new Json(template.formatted(hash));

    Json found = loaded(throughJsonb(kept(lookAlike)));

    assertThat(found).isEqualTo(throughJsonb(lookAlike)).isNotEqualTo(LARGE);
  }

  private Json kept(Json value) {
    return stores.database().asSystem(tx -> StoredValues.keep(tx, tenant, value));
  }

  private Json loaded(Json inRow) {
    return stores.database().asSystem(tx -> StoredValues.load(tx, tenant, inRow));
  }

  /// As a row gives it back.
  private static Json throughJsonb(Json json) {
    return stores
        .database()
        .asSystem(jdbc ->
            new Json(
                jdbc.sql("select ?::jsonb::text").param(json.text()).query(String.class).single()));
  }
}
