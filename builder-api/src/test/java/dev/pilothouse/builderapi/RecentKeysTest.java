package dev.pilothouse.builderapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Caller;
import dev.pilothouse.model.KeyId;
import dev.pilothouse.model.Role;
import dev.pilothouse.model.SecretHash;
import dev.pilothouse.model.TenantId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecentKeysTest {
  private static final SecretHash KEY = SecretHash.of("secret");

  private final Map<SecretHash, Caller> stored = new HashMap<>();
  private long now = 1;
  private int asked = 0;
  private final RecentKeys keys = new RecentKeys(this::ask, () -> now);

  @Test
  void asksOnceForManyRequests() {
    stored.put(KEY, program());

    keys.caller(KEY);
    pass(Duration.ofMillis(1_900));

    assertThat(keys.caller(KEY)).contains(stored.get(KEY));
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void letsAWithdrawnKeyWorkForTwoSecondsAndNoLonger() {
    stored.put(KEY, program());
    keys.caller(KEY);
    stored.clear();

    pass(Duration.ofMillis(1_999));
    assertThat(keys.caller(KEY)).isPresent();
    pass(Duration.ofMillis(1));
    assertThat(keys.caller(KEY)).isEmpty();
  }

  @Test
  void doesNotProlongByBeingAsked() {
    stored.put(KEY, program());
    keys.caller(KEY);
    stored.clear();

    for (int i = 0; i < 20; i++) {
      pass(Duration.ofMillis(100));
      keys.caller(KEY);
    }

    assertThat(keys.caller(KEY)).isEmpty();
  }

  @Test
  void knowsANewKeyAtOnce() {
    assertThat(keys.caller(KEY)).isEmpty();

    stored.put(KEY, program());

    assertThat(keys.caller(KEY)).isPresent();
  }

  @Test
  void remembersABoundedNumber() {
    for (int i = 0; i < 10_001; i++) {
      SecretHash key = SecretHash.of("secret " + i);
      stored.put(key, program());
      keys.caller(key);
    }
    int before = asked;

    keys.caller(SecretHash.of("secret 0"));

    assertThat(asked).as("the first one was forgotten to make room").isEqualTo(before + 1);
  }

  private Optional<Caller> ask(SecretHash key) {
    asked++;
    return Optional.ofNullable(stored.get(key));
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }

  private static Caller program() {
    return new Caller.Program(KeyId.next(), TenantId.next(), Role.MEMBER);
  }
}
