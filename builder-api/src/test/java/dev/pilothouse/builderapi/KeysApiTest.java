package dev.pilothouse.builderapi;

import static dev.pilothouse.model.Role.ADMIN;
import static dev.pilothouse.model.Role.BUILDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.KeyId;
import dev.pilothouse.model.Role;
import dev.pilothouse.model.SecretHash;
import dev.pilothouse.spi.Accounts.NewKey;
import dev.pilothouse.spi.Keys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeysApiTest {
  private static final String KEYS = "/v1/keys";

  private final ApiServer api = new ApiServer();

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void pagesThroughTheKeysFromTheNewest() {
    api.keys.add("first");
    api.keys.add("second");

    Reply newest = api.get(ADMIN, KEYS + "?limit=1");
    Reply older = api.get(ADMIN, KEYS + "?limit=1&before=" + newest.at("/next"));

    assertThat(newest.at("/items/0/name")).isEqualTo("second");
    assertThat(older.at("/items/0/name")).isEqualTo("first");
    assertThat(older.json().path("next").isNull()).isTrue();
    assertThat(api.get(ADMIN, KEYS + "?before=first").status()).isEqualTo(400);
  }

  @Test
  void makesAKeyAndTellsItsSecretOnce() {
    Reply made =
        api.postJson(ADMIN, KEYS, "{\"name\": \" nightly import \", \"role\": \"member\"}");

    assertThat(made.status()).isEqualTo(201);
    NewKey kept = api.keys.made.getFirst();
    assertThat(kept.hash()).isEqualTo(SecretHash.of(made.at("/key")));
    assertThat(kept.name()).isEqualTo("nightly import");
    assertThat(kept.role()).isEqualTo(Role.MEMBER);
    assertThat(made.at("/key")).startsWith(made.at("/prefix"));
    assertThat(made.at("/prefix")).hasSize(9);
    assertThat(api.keys.actors).singleElement().asString().startsWith("key/");
  }

  @Test
  void namesEachThingThatIsWrong() {
    Reply refused = api.postJson(ADMIN, KEYS, "{\"name\": \"  \", \"role\": \"captain\"}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/errors/0/path")).isEqualTo("name");
    assertThat(refused.at("/errors/1/path")).isEqualTo("role");
    assertThat(refused.at("/errors/1/message")).contains("viewer");
    assertThat(api.keys.made).isEmpty();
  }

  @Test
  void takesAKeyBackAndKeepsItInTheList() {
    Keys.Key key = api.keys.add("lost");

    Reply withdrawn = api.postJson(ADMIN, KEYS + "/" + key.id().value() + "/withdraw", "");

    assertThat(api.keys.actors).singleElement().asString().startsWith("key/");
    assertThat(withdrawn.at("/withdrawnAt")).isEqualTo("2026-11-20T09:58:00Z");
    assertThat(api.get(ADMIN, KEYS).at("/items/0/name")).isEqualTo("lost");
  }

  @Test
  void knowsNoOthers() {
    assertThat(withdraw(KeyId.next().value().toString()).status()).isEqualTo(404);
    assertThat(withdraw("nonsense").status()).isEqualTo(404);
  }

  @Test
  void isForAdministratorsAlone() {
    Reply refused = api.get(BUILDER, KEYS);

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.at("/detail")).contains("These roles may: admin.");
    assertThat(api.postJson(BUILDER, KEYS, "{\"name\": \"a\", \"role\": \"admin\"}").status())
        .isEqualTo(403);
  }

  private Reply withdraw(String id) {
    return api.postJson(ADMIN, KEYS + "/" + id + "/withdraw", "");
  }
}
