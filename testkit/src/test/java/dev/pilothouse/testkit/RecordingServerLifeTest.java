package dev.pilothouse.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RecordingServerLifeTest {

  @RegisterExtension static final RecordingHttpServer ofTheClass = new RecordingHttpServer();

  @RepeatedTest(2)
  void livesThroughTheClassAndForgetsBetweenTests() throws Exception {
    assertThat(ofTheClass.arrived().count()).isZero();
    try (var socket = connectTo(ofTheClass)) {
      socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(US_ASCII));
      ofTheClass.arrived().awaitCount(1, Duration.ofSeconds(20));
    }
  }

  @Test
  void closingReleasesAClientThatWaits() throws Exception {
    var server = new RecordingSmtpServer();
    try (var client = connectTo(server)) {
      assertThat(client.getInputStream().read()).isEqualTo('2');

      server.close();

      assertThat(client.getInputStream().readAllBytes()).asString().endsWith("ESMTP\r\n");
    }
    assertThatThrownBy(() -> connectTo(server)).isInstanceOf(IOException.class);
  }

  private static Socket connectTo(RecordingServer<?> server) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), server.port());
  }
}
