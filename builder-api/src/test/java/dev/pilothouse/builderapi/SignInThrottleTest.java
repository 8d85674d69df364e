package dev.pilothouse.builderapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
  private Instant now = Instant.parse("2026-11-20T09:42:00Z");
  private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
  private final SignInThrottle throttle = new SignInThrottle(clock);

  @Test
  void closesAnAddressAfterTenFailures() {
    fail("priya@example.com", 10);

    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> throttle.requireRoom("Priya@example.com "))
        .withMessageContaining("Too many wrong passwords");
  }

  @Test
  void leavesRoomBeforeThat() {
    fail("priya@example.com", 9);

    assertThatCode(() -> throttle.requireRoom("priya@example.com")).doesNotThrowAnyException();
  }

  @Test
  void opensAgainAfterAQuarterOfAnHour() {
    fail("priya@example.com", 10);
    now = now.plus(Duration.ofMinutes(15));

    assertThatCode(() -> throttle.requireRoom("priya@example.com")).doesNotThrowAnyException();
  }

  @Test
  void letsOtherAddressesBe() {
    fail("priya@example.com", 10);

    assertThatCode(() -> throttle.requireRoom("tomas@example.com")).doesNotThrowAnyException();
  }

  @Test
  void forgetsFailuresAfterASuccess() {
    fail("priya@example.com", 9);
    throttle.succeeded("priya@example.com");
    fail("priya@example.com", 9);

    assertThatCode(() -> throttle.requireRoom("priya@example.com")).doesNotThrowAnyException();
  }

  @Test
  void remembersNobodyBeyondThatTime() {
    fail("priya@example.com", 10);
    now = now.plus(Duration.ofMinutes(5));
    fail("tomas@example.com", 1);
    now = now.plus(Duration.ofMinutes(10));
    fail("tomas@example.com", 1);

    assertThat(throttle.remembered()).isEqualTo(1);
  }

  @Test
  void holdsNothingAgainstAnAttemptOfWhichNobodyKnowsWhetherItWasRight() {
    fail("priya@example.com", 9);
    fail("priya@example.com", 1);
    throttle.undecided("priya@example.com");

    assertThatCode(() -> throttle.requireRoom("priya@example.com")).doesNotThrowAnyException();
  }

  private void fail(String email, int times) {
    IntStream.range(0, times).forEach(_ -> throttle.requireRoom(email));
  }
}
