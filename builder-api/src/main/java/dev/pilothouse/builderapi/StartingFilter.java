package dev.pilothouse.builderapi;

import dev.pilothouse.spi.Health;
import dev.pilothouse.spi.PartHealth;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers requests to the API with "not yet" while the database is away: before anything asks it
/// who the caller is where that is known, and when the asking finds out otherwise.
final class StartingFilter extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(StartingFilter.class);

  private final Health health;
  private final ProblemWriter problems;

  StartingFilter(Health health, ProblemWriter problems) {
    this.health = health;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/v1/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<String> waitsFor =
        health.parts().stream()
            .filter(part -> part.name().equals("database"))
            .findFirst()
            .flatMap(PartHealth::waitsFor);
    if (waitsFor.isEmpty()) {
      passOn(request, response, chain);
    } else {
      refuse(
          response, "Nothing can be kept now: " + waitsFor.get() + " Send it again in a moment.");
    }
  }

  /// What breaks in a filter reaches no controller, and nobody else would put it into words.
  private void passOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (RuntimeException failure) {
      if (response.isCommitted() || !DatabaseAway.isToldBy(failure)) {
        throw failure;
      }
      LOG.warn("A request found the database away: {}", failure.toString());
      refuse(response, DatabaseAway.SENTENCE);
    }
  }

  private void refuse(HttpServletResponse response, String sentence) throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, "1");
    problems.write(response, HttpStatus.SERVICE_UNAVAILABLE, sentence);
  }
}
