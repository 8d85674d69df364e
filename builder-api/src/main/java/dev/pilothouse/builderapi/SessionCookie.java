package dev.pilothouse.builderapi;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/// The cookie that carries a person's session: out of reach for scripts and for other sites.
final class SessionCookie {
  static final String NAME = "pilothouse_session";

  private final HttpConfig config;

  SessionCookie(HttpConfig config) {
    this.config = config;
  }

  static Optional<String> in(HttpServletRequest request) {
    return Optional.ofNullable(WebUtils.getCookie(request, NAME)).map(Cookie::getValue);
  }

  String set(String secret) {
    return cookie(secret, config.sessionLifetime());
  }

  String clear() {
    return cookie("", Duration.ZERO);
  }

  private String cookie(String value, Duration lifetime) {
    return ResponseCookie.from(NAME, value)
        .httpOnly(true)
        .secure(config.secureCookies())
        .sameSite("Strict")
        .path("/")
        .maxAge(lifetime)
        .build()
        .toString();
  }
}
