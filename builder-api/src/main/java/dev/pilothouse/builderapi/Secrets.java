package dev.pilothouse.builderapi;

import java.security.SecureRandom;
import java.util.Base64;

/// Random secrets of 256 bits, in letters that fit a header, a cookie and a URL.
public final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  public static String next(String prefix) {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
