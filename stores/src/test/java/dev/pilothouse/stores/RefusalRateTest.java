package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.TenantId;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefusalRateTest {
  private final AtomicLong clock = new AtomicLong();
  private final RefusalRate rate = new RefusalRate(clock::get);
  private final TenantId tenant = TenantId.next();

  @Test
  void keepsAHundredAtOnce() {
    assertThat(allowedOf(150)).isEqualTo(100);
  }

  @Test
  void keepsTenASecondAfterThat() {
    assertThat(allowedOf(100)).isEqualTo(100);

    clock.addAndGet(Duration.ofSeconds(3).toNanos());

    assertThat(allowedOf(100)).isEqualTo(30);
  }

  @Test
  void savesUpNoMoreThanAHundred() {
    assertThat(allowedOf(1)).isEqualTo(1);

    clock.addAndGet(Duration.ofHours(1).toNanos());

    assertThat(allowedOf(150)).isEqualTo(100);
  }

  @Test
  void leavesOtherTenantsTheirOwn() {
    assertThat(allowedOf(150)).isEqualTo(100);

    assertThat(rate.allows(TenantId.next())).isTrue();
  }

  private long allowedOf(int tries) {
    return IntStream.range(0, tries).filter(_ -> rate.allows(tenant)).count();
  }
}
