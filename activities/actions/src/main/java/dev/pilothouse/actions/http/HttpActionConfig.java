package dev.pilothouse.actions.http;

import java.time.Duration;
import java.util.List;

/// Settings of `http.request`.
///
/// @param allowedHosts inner addresses that steps may call although they are not on the public
///   internet: `host`, `host:port` or a block such as `10.1.0.0/16`; none by default
/// @param connectTimeout after which a host that does not answer counts as unreachable
/// @param maxAnswerBytes a larger answer fails the step with this number in the message
public record HttpActionConfig(
    List<String> allowedHosts, Duration connectTimeout, int maxAnswerBytes) {

  public HttpActionConfig {
    allowedHosts = List.copyOf(allowedHosts);
    allowedHosts.forEach(AllowedHost::parse);
    if (connectTimeout.compareTo(Duration.ofMillis(100)) < 0
        || connectTimeout.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalArgumentException(
          "expected 'connect-timeout' between PT0.1S and PT1M, but found " + connectTimeout);
    }
    if (maxAnswerBytes < 1_024 || maxAnswerBytes > 16 * 1_048_576) {
      throw new IllegalArgumentException(
          "expected 'max-answer-bytes' between 1024 and 16777216, but found " + maxAnswerBytes);
    }
  }

  public static HttpActionConfig defaults() {
    return new HttpActionConfig(List.of(), Duration.ofSeconds(10), 1_048_576);
  }
}
