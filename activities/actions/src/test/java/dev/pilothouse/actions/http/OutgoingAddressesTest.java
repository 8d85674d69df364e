package dev.pilothouse.actions.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingAddressesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.255.0.1",
        "100.100.100.200",
        "127.8.9.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "192.0.0.192",
        "168.63.129.16",
        "198.19.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fd00:ec2::254",
        "fc00::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:0:1::1",
        "2001:db8::1",
        "fec0::1"
      })
  void areNotInner(String address) {
    assertThat(OutgoingAddresses.isPublic(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450::1"
      })
  void arePublic(String address) {
    assertThat(OutgoingAddresses.isPublic(InetAddress.ofLiteral(address))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "billing.local,         billing.local, 80,   10.1.2.3, true",
    "Billing.Local,         billing.local, 80,   10.1.2.3, true",
    "billing.local:8080,    billing.local, 8080, 10.1.2.3, true",
    "billing.local:8080,    billing.local, 80,   10.1.2.3, false",
    "billing.local,         other.local,   80,   10.1.2.3, false",
    "10.1.0.0/16,           other.local,   80,   10.1.2.3, true",
    "10.1.0.0/16,           other.local,   80,   10.2.2.3, false",
    "fd00::/8,              other.local,   80,   fd12::1,  true",
    "'[::1]:8080',          ::1,           8080, ::1,      true",
    "0.0.0.0/0,             other.local,   80,   ::1,      false"
  })
  void includeWhatTheOperatorAllows(
      String entry, String host, int port, String address, boolean permitted) {
    OutgoingAddresses addresses = OutgoingAddresses.of(allowing(entry));
    assertThat(addresses.permit(host, port, InetAddress.ofLiteral(address))).isEqualTo(permitted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/x", "a b", "host:port", "/8", "http://a/b", ""})
  void areNamedOnlyByWhatCanBeRead(String entry) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> allowing(entry))
        .withMessageContaining("'allowed-hosts'")
        .withMessageContaining("'" + entry + "'");
  }

  private static HttpActionConfig allowing(String entry) {
    return new HttpActionConfig(List.of(entry), Duration.ofSeconds(5), 4_096);
  }
}
