package dev.pilothouse.builderapi;

import dev.pilothouse.spi.Health;
import dev.pilothouse.spi.PartHealth;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers requests to the API with "not yet" while the database is away, before anything asks it
/// who the caller is.
final class StartingFilter extends OncePerRequestFilter {
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
      chain.doFilter(request, response);
      return;
    }
    response.setHeader(HttpHeaders.RETRY_AFTER, "1");
    problems.write(
        response,
        HttpStatus.SERVICE_UNAVAILABLE,
        "Nothing can be kept now: " + waitsFor.get() + " Send it again in a moment.");
  }
}
