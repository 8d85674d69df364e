package dev.pilothouse.builderapi;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.pilothouse.chain.ExpressionFunction;
import dev.pilothouse.chain.Functions;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Shows what expressions can call, for those who write definitions.
@RestController
final class FunctionsController {
  /// Only another release brings others.
  private static final CacheControl FOR_A_WHILE =
      CacheControl.maxAge(Duration.ofHours(1)).cachePrivate();

  private static final AllShown ALL =
      new AllShown(Functions.all().stream().map(Shown::of).toList());

  /// @param signature the call with the names of what it is given; `?` marks what may be left out
  /// @param gives the kind of its value, in words
  /// @param result what the example gives
  record Shown(
      String name,
      String signature,
      String gives,
      String does,
      String example,
      @JsonRawValue String result) {
    static Shown of(ExpressionFunction function) {
      return new Shown(
          function.name(),
          function.signature(),
          function.gives(),
          function.does(),
          function.example(),
          function.result());
    }
  }

  record AllShown(List<Shown> items) {}

  @GetMapping("/v1/expressions/functions")
  ResponseEntity<AllShown> all() {
    return ResponseEntity.ok().cacheControl(FOR_A_WHILE).body(ALL);
  }
}
