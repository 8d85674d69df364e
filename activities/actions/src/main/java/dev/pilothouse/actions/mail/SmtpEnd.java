package dev.pilothouse.actions.mail;

import dev.pilothouse.actions.outside.Sending;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepError.Kind;
import dev.pilothouse.spi.ActionAnswer;
import dev.pilothouse.spi.ActionAnswer.Acted;
import dev.pilothouse.spi.ActionAnswer.Failed;
import dev.pilothouse.spi.ActionAnswer.TryAgain;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/// What the end of a conversation with a mail server means for the step.
///
/// A server that answers with 4xx has not taken the mail, also when it says so after the last line:
/// by RFC 5321 it is the sender who has to come again.
final class SmtpEnd {
  private SmtpEnd() {}

  static ActionAnswer broken(MessagingException broken, Sending sending) {
    if (broken.getCause() instanceof Sending.NotSent) {
      return late(false);
    }
    OptionalInt worst = causes(broken).mapToInt(SmtpEnd::code).filter(code -> code >= 400).max();
    if (worst.isPresent()) {
      return refused(worst.getAsInt(), said(broken));
    }
    if (broken instanceof AuthenticationFailedException) {
      return signIn(said(broken));
    }
    return sending.hasBegun() ? unknown("the connection broke") : unreachable(said(broken));
  }

  /// @param sent whether all of it was handed over
  static ActionAnswer late(boolean sent) {
    return sent
        ? unknown("the step's timeout came first")
        : tryAgain(
            "mail.deadline", Acted.NO, "The mail was not sent: the step's timeout came first.");
  }

  private static ActionAnswer refused(int code, String said) {
    String message = "Expected the mail server to take the mail, but it said: %s.".formatted(said);
    return code < 500
        ? tryAgain("mail.refused", Acted.NO, message + " It may work later.")
        : new Failed(
            new StepError(
                "mail.refused", Kind.OUTSIDE, message + " Check recipients and what is sent."));
  }

  private static ActionAnswer signIn(String said) {
    String message =
        ("Expected to sign in to the mail server, but it said: %s. Whoever runs Pilothouse checks"
                + " the settings 'actions.mail.user' and 'actions.mail.password'.")
            .formatted(said);
    return said.startsWith("4")
        ? tryAgain("mail.sign_in", Acted.NO, message)
        : new Failed(new StepError("mail.sign_in", Kind.OURS, message));
  }

  private static ActionAnswer unreachable(String reason) {
    return tryAgain(
        "mail.unreachable",
        Acted.NO,
        "Expected to hand the mail to the mail server, but could not: %s. It was not sent."
            .formatted(reason));
  }

  private static ActionAnswer unknown(String reason) {
    return tryAgain(
        "mail.no_answer",
        Acted.MAYBE,
        "The mail was handed over, but no reply came: %s. Whether it goes out is not known."
            .formatted(reason));
  }

  private static ActionAnswer tryAgain(String code, Acted acted, String message) {
    return new TryAgain(new StepError(code, Kind.OUTSIDE, message), acted, Optional.empty());
  }

  /// The library chains a refusal of each recipient to the one that it throws.
  private static Stream<Exception> causes(MessagingException broken) {
    return Stream.iterate(
        (Exception) broken,
        exception -> exception != null,
        exception -> exception instanceof MessagingException next ? next.getNextException() : null);
  }

  private static int code(Exception exception) {
    return switch (exception) {
      case SMTPAddressFailedException refused -> refused.getReturnCode();
      case SMTPSenderFailedException refused -> refused.getReturnCode();
      case SMTPSendFailedException refused -> refused.getReturnCode();
      default -> 0;
    };
  }

  /// The innermost says most.
  private static String said(MessagingException broken) {
    String text = causes(broken).reduce((_, inner) -> inner).map(Exception::getMessage).orElse("");
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip().replaceAll("\\.$", "");
  }
}
