package dev.pilothouse.actions.http;

import dev.pilothouse.actions.http.HttpExchange.Ending;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepError.Kind;
import dev.pilothouse.spi.ActionAnswer;
import dev.pilothouse.spi.ActionAnswer.Acted;
import dev.pilothouse.spi.ActionAnswer.Done;
import dev.pilothouse.spi.ActionAnswer.Failed;
import dev.pilothouse.spi.ActionAnswer.TryAgain;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the end of an exchange means for the step.
final class Answers {
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;
  private static final String LATER = "It may work later.";
  private static final List<Integer> PASSING = List.of(408, 425);

  private Answers() {}

  static ActionAnswer of(RequestSpec request, Ending ending) {
    return switch (ending) {
      case Ending.Answered(var received) -> of(request, received);
      case Ending.NotAnswered(var answer) -> answer;
    };
  }

  private static ActionAnswer of(RequestSpec request, Received received) {
    int status = received.status();
    if (received.isSuccess()) {
      return new Done(received.output());
    }
    if (status == TOO_MANY) {
      return new TryAgain(status(request, received, LATER), Acted.NO, wait(received));
    }
    if (status / 100 == 5 || PASSING.contains(status)) {
      Optional<Duration> wait = status == UNAVAILABLE ? wait(received) : Optional.empty();
      return new TryAgain(status(request, received, LATER), Acted.ANSWERED, wait);
    }
    return new Failed(status(request, received, "Check address, rights and what is sent."));
  }

  /// @param sent whether the other side may have got it
  static ActionAnswer noAnswer(RequestSpec request, boolean sent, String reason) {
    return sent
        ? tryAgain("http.no_answer", Acted.MAYBE, lost(request, reason))
        : tryAgain("http.unreachable", Acted.NO, unreachable(request, reason));
  }

  static ActionAnswer late(RequestSpec request, boolean sent) {
    return sent
        ? tryAgain("http.no_answer", Acted.MAYBE, lost(request, "the step's timeout came first"))
        : tryAgain(
            "http.deadline",
            Acted.NO,
            "'%s' was not sent: the step's timeout came first.".formatted(request.shown()));
  }

  static ActionAnswer tooLarge(RequestSpec request, int limit) {
    return failed(
        "http.too_large",
        ("Expected an answer of at most %d bytes to '%s', but found more. It was done all the same;"
                + " ask for less of it, or let whoever runs Pilothouse raise the setting"
                + " 'actions.http.max-answer-bytes'.")
            .formatted(limit, request.shown()));
  }

  static ActionAnswer badRedirect(RequestSpec request, String found) {
    return failed(
        "http.redirect",
        "Expected an answer to '%s', but found %s. Use the final address."
            .formatted(request.shown(), found));
  }

  private static StepError status(RequestSpec request, Received received, String hint) {
    String said = received.said().isEmpty() ? "" : " (" + received.said() + ")";
    return new StepError(
        "http.status",
        Kind.OUTSIDE,
        "Expected a status from 200 to 299 for '%s', but found %d%s. %s"
            .formatted(request.shown(), received.status(), said, hint));
  }

  private static Optional<Duration> wait(Received received) {
    return received.retryAfter().flatMap(RetryAfter::read);
  }

  private static String lost(RequestSpec request, String reason) {
    return "'%s' was sent, but no answer came: %s. Whether it was acted on is not known."
        .formatted(request.shown(), reason);
  }

  private static String unreachable(RequestSpec request, String reason) {
    return "Expected a server at '%s', but could not reach it: %s. Nothing was sent."
        .formatted(request.shown(), reason);
  }

  private static ActionAnswer failed(String code, String message) {
    return new Failed(new StepError(code, Kind.OUTSIDE, message));
  }

  private static ActionAnswer tryAgain(String code, Acted acted, String message) {
    return new TryAgain(new StepError(code, Kind.OUTSIDE, message), acted, Optional.empty());
  }
}
