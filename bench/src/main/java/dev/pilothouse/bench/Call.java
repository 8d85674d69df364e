package dev.pilothouse.bench;

import com.sun.net.httpserver.HttpExchange;
import java.util.Optional;

/// One call that came in from a step.
///
/// @param effectClass the first word of the path, as the chain's author chose it
/// @param effect the step and the event it was made for
/// @param key what the caller sent to be recognised by
record Call(String method, String effectClass, String effect, Optional<String> key) {
  static Call of(HttpExchange exchange) {
    String[] words = exchange.getRequestURI().getPath().split("/", 4);
    return new Call(
        exchange.getRequestMethod(),
        words[1],
        words[2] + "/" + words[3],
        Optional.ofNullable(exchange.getRequestHeaders().getFirst(Outside.KEY_HEADER)));
  }

  boolean isPure() {
    return effectClass.equals("pure");
  }

  boolean isReconcilable() {
    return effectClass.equals("reconcilable");
  }

  boolean isReadBack() {
    return isReconcilable() && method.equals("GET");
  }
}
