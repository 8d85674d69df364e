package dev.pilothouse.actions.http;

import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One entry of what the operator allows beyond the public internet.
sealed interface AllowedHost {
  Pattern NAME_AND_PORT = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:/\\s\\[\\]]+)(?::(\\d{1,5}))?");

  boolean covers(String host, int port, InetAddress address);

  /// @param port 0 for every port
  record Named(String host, int port) implements AllowedHost {
    @Override
    public boolean covers(String asked, int askedPort, InetAddress address) {
      return host.equalsIgnoreCase(asked) && (port == 0 || port == askedPort);
    }
  }

  record Within(AddressBlock block) implements AllowedHost {
    @Override
    public boolean covers(String asked, int askedPort, InetAddress address) {
      return block.contains(address);
    }
  }

  /// @throws IllegalArgumentException with what was expected
  static AllowedHost parse(String entry) {
    try {
      return entry.contains("/") ? new Within(AddressBlock.parse(entry)) : named(entry);
    } catch (IllegalArgumentException unreadable) {
      throw new IllegalArgumentException(
          "expected 'host', 'host:port' or a block such as '10.1.0.0/16' in 'allowed-hosts', but"
              + " found '%s'".formatted(entry),
          unreadable);
    }
  }

  private static Named named(String entry) {
    Matcher parts = NAME_AND_PORT.matcher(entry);
    if (!parts.matches()) {
      throw new IllegalArgumentException(entry);
    }
    String host = parts.group(1).replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
    return new Named(host, parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2)));
  }
}
