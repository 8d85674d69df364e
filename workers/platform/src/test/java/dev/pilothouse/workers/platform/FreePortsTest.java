package dev.pilothouse.workers.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreePortsTest {

  private final List<String> said = new ArrayList<>();

  @Test
  void takesTheWantedPortWhereItIsFree() {
    int free = FreePorts.any();
    assertThat(new PortPicker(free, new FreePorts(), said::add).http()).isEqualTo(free);
    assertThat(said).isEmpty();
  }

  @Test
  void takesTheNextFreeOneAndSaysSo() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int picked = new PortPicker(taken.getLocalPort(), new FreePorts(), said::add).http();
      assertThat(picked).isGreaterThan(taken.getLocalPort());
      assertThat(said)
          .containsExactly(
              "Port %d is taken; the page is on %d".formatted(taken.getLocalPort(), picked));
    }
  }

  @Test
  void seesAPortThatIsTakenOnAllAddresses() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      assertThat(FreePorts.isFree(taken.getLocalPort())).isFalse();
    }
  }

  @Test
  void neverGivesOneTwice() {
    FreePorts ports = new FreePorts();
    int first = ports.at(20_000);
    assertThat(ports.at(20_000)).isNotEqualTo(first);
  }

  @Test
  void refusesWhatIsNoPort() {
    assertThatThrownBy(() -> new PortPicker(70_000, new FreePorts(), said::add))
        .isInstanceOf(PlatformProblem.class)
        .hasMessageContaining("from 0 to 65535, but found 70000");
  }
}
