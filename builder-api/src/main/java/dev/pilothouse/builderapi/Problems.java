package dev.pilothouse.builderapi;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// Every refusal and every failure leaves as a problem document of RFC 9457, in words for people
/// and without a word of our insides.
@RestControllerAdvice
final class Problems extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(RefusedException refused) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(refused.status(), String.valueOf(refused.getMessage()));
    if (!refused.faults().isEmpty()) {
      problem.setProperty("errors", refused.faults());
    }
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(refused.status());
    refused
        .retryAfter()
        .ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, "" + wait.toSeconds()));
    return answer.body(problem);
  }

  @ExceptionHandler({
    CannotCreateTransactionException.class,
    DataAccessResourceFailureException.class,
    TransientDataAccessException.class
  })
  ResponseEntity<ProblemDetail> databaseAway(Exception away) {
    LOG.warn("A request found the database away: {}", away.toString());
    return unavailable(
        "The database does not answer now. Nothing of this request was kept; send it again.");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> ours(RuntimeException bug) {
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
