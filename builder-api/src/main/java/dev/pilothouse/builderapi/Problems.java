package dev.pilothouse.builderapi;

import dev.pilothouse.spi.Journal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// Every refusal and every failure leaves as a problem document of RFC 9457, in words for people
/// and without a word of our insides.
@RestControllerAdvice
final class Problems extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private final Counter turnedAway;

  Problems(MeterRegistry meters) {
    turnedAway =
        Counter.builder("pilothouse.events.turned.away")
            .description("Requests answered with 429, since too many events waited to be committed")
            .register(meters);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(RefusedException refused) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(refused.status(), refused.sentence());
    if (!refused.faults().isEmpty()) {
      problem.setProperty("errors", refused.faults());
    }
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(refused.status());
    refused
        .retryAfter()
        .ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, "" + wait.toSeconds()));
    return answer.body(problem);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> stale(StaleDraft stale) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.PRECONDITION_FAILED, stale.sentence());
    problem.setProperty("savedBy", stale.now().saved().actor());
    problem.setProperty("savedByName", stale.now().saved().name());
    problem.setProperty("savedAt", stale.now().saved().at());
    return ResponseEntity.status(HttpStatus.PRECONDITION_FAILED)
        .eTag(DraftTag.of(stale.now()))
        .body(problem);
  }

  /// Only counted: keeping each of them would be more work than what is turned away.
  @ExceptionHandler
  ResponseEntity<ProblemDetail> overloaded(Journal.Overloaded tooMuch) {
    turnedAway.increment();
    return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
        .header(HttpHeaders.RETRY_AFTER, "1")
        .body(
            ProblemDetail.forStatusAndDetail(
                HttpStatus.TOO_MANY_REQUESTS,
                "More events come in than can be kept at once. Nothing of this request is certain to"
                    + " be kept; send all of it again in a second, with the same ids."));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> ours(RuntimeException bug) {
    if (DatabaseAway.isToldBy(bug)) {
      LOG.warn("A request found the database away: {}", bug.toString());
      return unavailable(DatabaseAway.SENTENCE);
    }
    LOG.error("A request failed", bug);
    return ResponseEntity.internalServerError()
        .body(
            ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "This is a fault of Pilothouse. It stands in the log with the time of now."));
  }

  private static ResponseEntity<ProblemDetail> unavailable(String sentence) {
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "1")
        .body(ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, sentence));
  }
}
