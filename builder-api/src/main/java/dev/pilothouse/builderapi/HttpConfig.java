package dev.pilothouse.builderapi;

import java.time.Duration;

/// Settings of the HTTP server.
///
/// @param port 0 takes a free one
/// @param address to listen on: `127.0.0.1` for this machine alone, `0.0.0.0` behind a proxy
/// @param secureCookies set it where people come through HTTPS: cookies are then sent over nothing
///   else
/// @param sessionLifetime after which a person signs in again
/// @param maxEventBytes a larger event is refused with this number in the answer
public record HttpConfig(
    int port, String address, boolean secureCookies, Duration sessionLifetime, int maxEventBytes) {

  public HttpConfig {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("expected 'port' between 0 and 65535, but found " + port);
    }
    if (sessionLifetime.compareTo(Duration.ofMinutes(5)) < 0
        || sessionLifetime.compareTo(Duration.ofDays(90)) > 0) {
      throw new IllegalArgumentException(
          "expected 'session-lifetime' between PT5M and P90D, but found " + sessionLifetime);
    }
    if (maxEventBytes < 1_024 || maxEventBytes > 16 * 1_048_576) {
      throw new IllegalArgumentException(
          "expected 'max-event-bytes' between 1024 and 16777216, but found " + maxEventBytes);
    }
  }

  public static HttpConfig defaults() {
    return new HttpConfig(8080, "127.0.0.1", false, Duration.ofDays(14), 1_048_576);
  }
}
