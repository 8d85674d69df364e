package dev.pilothouse.actions;

import dev.pilothouse.spi.Action;
import dev.pilothouse.spi.ActionCall;
import dev.pilothouse.testkit.Recording;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A call whose thread is interrupted once the other side has it.
public final class CutCall {
  private CutCall() {}

  /// @return how it ended: "cut", or what the action said all the same
  public static String of(
      Action.Outside action, ActionCall call, Recording<?> arrived, Duration patience)
      throws Exception {
    CompletableFuture<String> end = new CompletableFuture<>();
    Thread caller =
        Thread.ofVirtual()
            .start(() -> {
              try {
                end.complete(AnswerInAWord.of(action.call(call)));
              } catch (InterruptedException cut) {
                end.complete("cut");
              }
            });
    arrived.awaitCount(1, patience);
    caller.interrupt();
    return end.get(patience.toSeconds(), TimeUnit.SECONDS);
  }
}
