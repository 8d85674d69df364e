package dev.pilothouse.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.TestWorkflowExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

class InMemoryTemporalTest {

  @RegisterExtension
  static final TestWorkflowExtension temporal =
      InMemoryTemporal.extension().registerWorkflowImplementationTypes(LateGreeting.class).build();

  @Test
  @Timeout(60)
  void jumpsOverWaits(TestWorkflowEnvironment environment, Greeting greeting) {
    var begin = environment.currentTimeMillis();

    assertThat(greeting.greet("bridge")).isEqualTo("Hello at last, bridge, on a virtual thread");

    assertThat(Duration.ofMillis(environment.currentTimeMillis() - begin))
        .isGreaterThanOrEqualTo(LateGreeting.DELAY);
  }
}
