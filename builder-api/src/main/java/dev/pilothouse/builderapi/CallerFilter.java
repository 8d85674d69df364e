package dev.pilothouse.builderapi;

import dev.pilothouse.model.SecretHash;
import dev.pilothouse.spi.Accounts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds out who asks: a program by its key, a person by the session's cookie. Who cannot be found
/// out stays nobody, and nobody is let in nowhere.
final class CallerFilter extends OncePerRequestFilter {
  private static final String BEARER = "Bearer ";
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  private final Accounts accounts;
  private final RecentKeys keys;

  CallerFilter(Accounts accounts) {
    this.accounts = accounts;
    keys = new RecentKeys(accounts::byKey, System::nanoTime);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    authenticated(request)
        .ifPresent(caller -> SecurityContextHolder.getContext().setAuthentication(caller));
    try (var _ = MDC.putCloseable("tenant", tenant())) {
      chain.doFilter(request, response);
    }
  }

  private Optional<CallerAuthentication> authenticated(HttpServletRequest request) {
    String header = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION)).orElse("");
    if (header.startsWith(BEARER)) {
      return byKey(header.substring(BEARER.length()).strip());
    }
    return isFromOurPage(request)
        ? SessionCookie.in(request).flatMap(this::bySession)
        : Optional.empty();
  }

  private Optional<CallerAuthentication> byKey(String secret) {
    SecretHash hash = SecretHash.of(secret);
    return keys.caller(hash).map(caller -> new CallerAuthentication(caller, hash));
  }

  private Optional<CallerAuthentication> bySession(String secret) {
    SecretHash hash = SecretHash.of(secret);
    return accounts.bySession(hash).map(caller -> new CallerAuthentication(caller, hash));
  }

  /// A browser adds the cookie by itself, but another site's page cannot add this header: without
  /// it a write is not the person's own.
  private static boolean isFromOurPage(HttpServletRequest request) {
    return READS.contains(request.getMethod()) || request.getHeader("X-Pilothouse") != null;
  }

  private static String tenant() {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof CallerAuthentication caller
        ? caller.getPrincipal().tenant().toString()
        : "";
  }
}
