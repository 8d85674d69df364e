package dev.pilothouse.actions.http;

import dev.pilothouse.actions.http.Received.AnswerTooLarge;
import dev.pilothouse.actions.outside.Sending;
import dev.pilothouse.spi.ActionAnswer;
import dev.pilothouse.spi.ActionCall.Deadline;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;

/// One request and its answer; no redirects.
final class HttpExchange {

  /// How it ended.
  sealed interface Ending {
    record Answered(Received received) implements Ending {}

    record NotAnswered(ActionAnswer answer) implements Ending {}
  }

  private final RequestSpec spec;
  private final Sending sending;
  private final int maxBytes;

  HttpExchange(RequestSpec spec, Deadline deadline, int maxBytes) {
    this.spec = spec;
    this.sending = new Sending(deadline);
    this.maxBytes = maxBytes;
  }

  Ending with(HttpClients clients) throws InterruptedException {
    Request request = spec.request().tag(Sending.class, sending).build();
    try {
      Call call = clients.newCall(request, spec.changesNothing());
      return sending
          .converse(() -> execute(call), call::cancel)
          .orElseGet(() -> new Ending.NotAnswered(Answers.late(spec, sending.hasBegun())));
    } catch (IOException refused) {
      return new Ending.NotAnswered(broken(refused));
    }
  }

  private Ending execute(Call call) {
    try (Response response = call.execute()) {
      return new Ending.Answered(Received.from(response, maxBytes));
    } catch (AnswerTooLarge tooLarge) {
      return new Ending.NotAnswered(Answers.tooLarge(spec, tooLarge.limit()));
    } catch (IOException broken) {
      return new Ending.NotAnswered(broken(broken));
    }
  }

  private ActionAnswer broken(IOException broken) {
    Optional<AddressRefused> refused =
        Stream.<Throwable>iterate(broken, cause -> cause != null, Throwable::getCause)
            .filter(AddressRefused.class::isInstance)
            .map(AddressRefused.class::cast)
            .findFirst();
    return refused
        .<ActionAnswer>map(refusal -> new ActionAnswer.Failed(refusal.error()))
        .orElseGet(() -> unanswered(broken));
  }

  private ActionAnswer unanswered(IOException broken) {
    return broken instanceof Sending.NotSent
        ? Answers.late(spec, sending.hasBegun())
        : Answers.noAnswer(spec, sending.hasBegun(), FailureInWords.of(broken));
  }
}
