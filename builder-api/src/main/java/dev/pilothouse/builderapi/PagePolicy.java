package dev.pilothouse.builderapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/// What a browser may load and run for the page: our own files, and those scripts in the page
/// itself that were there when it was built, letter by letter. What somebody smuggles in is none.
final class PagePolicy {
  private static final String ALL_ELSE =
      "style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; object-src 'none';"
          + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  private static final Pattern SCRIPT_INSIDE = Pattern.compile("(?s)<script>(.*?)</script>");

  private PagePolicy() {}

  /// A build without a page has no script inside it.
  static String ofPage() {
    Resource page = new ClassPathResource("static/index.html");
    try {
      return of(page.exists() ? page.getContentAsString(StandardCharsets.UTF_8) : "");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static String of(String page) {
    String inside =
        SCRIPT_INSIDE
            .matcher(page)
            .results()
            .map(script -> " 'sha256-" + hash(Objects.requireNonNull(script.group(1))) + "'")
            .collect(Collectors.joining());
    return "default-src 'self'; script-src 'self'" + inside + "; " + ALL_ELSE;
  }

  private static String hash(String script) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }
}
