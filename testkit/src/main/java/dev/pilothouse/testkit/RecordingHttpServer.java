package dev.pilothouse.testkit;

import static dev.pilothouse.testkit.Moment.BEFORE_ACTING;
import static dev.pilothouse.testkit.Moment.BEFORE_ANSWERING;
import static dev.pilothouse.testkit.Moment.BEFORE_READING;
import static dev.pilothouse.testkit.Moment.MID_ANSWER;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.function.Function;

/// An HTTP/1.1 server that writes down every request, and misbehaves as [Fault] says.
///
/// Own sockets, because a fault must strike at an exact [Moment], also before a request is read,
/// and the same way as in [RecordingSmtpServer].
public final class RecordingHttpServer extends RecordingServer<ReceivedRequest> {

  private static final int WHEN_LYING = 500;

  private volatile Function<ReceivedRequest, HttpAnswer> answers = _ -> HttpAnswer.json("{}");

  public RecordingHttpServer() {
    super("requests");
    start();
  }

  /// What it answers when it acts; `200 {}` by default. Asked before the request is added to
  /// [#acted], and also by the lie that says done: what the function does besides is not what
  /// "acted" means.
  public RecordingHttpServer answering(Function<ReceivedRequest, HttpAnswer> answers) {
    this.answers = answers;
    return this;
  }

  /// The address of `path` here; `path` begins with a slash.
  public URI url(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  @Override
  void converse(Wire wire) throws IOException {
    while (wire.awaitMore()) {
      var exchange = begin();
      exchange.reach(BEFORE_READING);
      var request = new HttpRequestReader(wire).read();
      arrived().add(request);
      exchange.reach(BEFORE_ACTING);
      var answer = act(exchange, request);
      exchange.reach(BEFORE_ANSWERING);
      answer(wire, exchange, request, answer);
      if (isLast(exchange, request)) {
        return;
      }
    }
  }

  private HttpAnswer act(Exchange exchange, ReceivedRequest request) {
    var claimed = exchange.claimedFailure(WHEN_LYING).map(HttpAnswer::status);
    if (!exchange.acts()) {
      return claimed.orElseGet(() -> answers.apply(request));
    }
    var answer = answers.apply(request);
    acted().add(request);
    return claimed.orElse(answer);
  }

  private static void answer(
      Wire wire, Exchange exchange, ReceivedRequest request, HttpAnswer answer) throws IOException {
    var content = request.method().equals("HEAD") ? new byte[0] : answer.content();
    var half = content.length / 2;
    wire.write(answer.head(content.length + (exchange.promisesMoreThanItSends() ? 1 : 0)));
    wire.write(Arrays.copyOfRange(content, 0, half));
    exchange.reach(MID_ANSWER);
    wire.write(Arrays.copyOfRange(content, half, content.length));
  }

  private static boolean isLast(Exchange exchange, ReceivedRequest request) {
    return exchange.promisesMoreThanItSends()
        || request.header("Connection").filter("close"::equalsIgnoreCase).isPresent();
  }
}
