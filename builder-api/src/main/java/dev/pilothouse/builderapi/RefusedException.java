package dev.pilothouse.builderapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pilothouse.chain.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/// A request that is not carried out, with the sentence its sender gets.
final class RefusedException extends RuntimeException {
  /// One thing that is wrong with the request, at a place in it.
  ///
  /// @param hint what to do about it; empty where the message says it all
  /// @param line in the author's text; 0 where there is none
  /// @param column in characters
  /// @param words that stand there
  record Fault(
      String path,
      String message,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) String hint,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) int line,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) int column,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) String words) {
    Fault(String path, String message, String hint) {
      this(path, message, hint, 0, 0, "");
    }

    Fault(String path, String message) {
      this(path, message, "");
    }

    static Fault of(Problem problem) {
      return new Fault(
          problem.path(),
          problem.message(),
          problem.hint(),
          problem.place().line(),
          problem.place().column(),
          problem.place().words());
    }

    /// In one line, for those who cannot be shown the parts.
    String sentence() {
      return (path.isEmpty() ? "" : path + ": ") + message + (hint.isEmpty() ? "" : " " + hint);
    }
  }

  private final HttpStatus status;
  private final transient List<Fault> faults;
  private final transient Optional<Duration> retryAfter;

  private RefusedException(
      HttpStatus status, String sentence, List<Fault> faults, Optional<Duration> retryAfter) {
    super(sentence);
    this.status = status;
    this.faults = List.copyOf(faults);
    this.retryAfter = retryAfter;
  }

  static RefusedException because(HttpStatus status, String sentence) {
    return new RefusedException(status, sentence, List.of(), Optional.empty());
  }

  /// One thing is wrong, and the whole request with it.
  static RefusedException because(HttpStatus status, Fault fault) {
    String hint = fault.hint().isEmpty() ? "" : " " + fault.hint();
    return new RefusedException(status, fault.message() + hint, List.of(fault), Optional.empty());
  }

  static RefusedException with(String sentence, List<Fault> faults) {
    return new RefusedException(HttpStatus.BAD_REQUEST, sentence, faults, Optional.empty());
  }

  static RefusedException until(HttpStatus status, String sentence, Duration retryAfter) {
    return new RefusedException(status, sentence, List.of(), Optional.of(retryAfter));
  }

  HttpStatus status() {
    return status;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }

  List<Fault> faults() {
    return faults;
  }

  Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
