package dev.pilothouse.actions.http;

import dev.pilothouse.actions.http.HttpExchange.Ending;
import dev.pilothouse.actions.http.HttpExchange.Ending.Answered;
import dev.pilothouse.actions.http.HttpExchange.Ending.NotAnswered;
import dev.pilothouse.spi.ActionCall.Deadline;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/// Requests with what follows them: a `GET` goes where the answers point, five times at most, and
/// each address on the way must be one that may be called.
final class HttpCalls {
  private static final int MAX_REDIRECTS = 5;
  private static final List<Integer> REDIRECTS = List.of(301, 302, 303, 307, 308);

  private final HttpClients clients;
  private final int maxBytes;

  HttpCalls(HttpActionConfig config) {
    clients = new HttpClients(config);
    maxBytes = config.maxAnswerBytes();
  }

  Ending perform(RequestSpec first, Deadline deadline) throws InterruptedException {
    RequestSpec request = first;
    for (int followed = 0; followed <= MAX_REDIRECTS; followed++) {
      Ending ending = new HttpExchange(request, deadline, maxBytes).with(clients);
      if (!(ending instanceof Answered(var received)) || !pointsElsewhere(request, received)) {
        return ending;
      }
      Optional<HttpUrl> target = target(received);
      if (target.isEmpty()) {
        return misled(request, "a pointer to where no request may follow");
      }
      request = request.redirectedTo(target.get());
    }
    return misled(first, "more than %d pointers elsewhere".formatted(MAX_REDIRECTS));
  }

  private static Ending misled(RequestSpec request, String found) {
    return new NotAnswered(Answers.badRedirect(request, found));
  }

  private static boolean pointsElsewhere(RequestSpec request, Received received) {
    return request.method().equals("GET")
        && REDIRECTS.contains(received.status())
        && received.header("Location").isPresent();
  }

  /// Empty for what is no web address, and for a way out of encryption.
  private static Optional<HttpUrl> target(Received received) {
    return received
        .header("Location")
        .flatMap(location -> Optional.ofNullable(received.url().resolve(location)))
        .filter(target -> target.isHttps() || !received.url().isHttps());
  }
}
