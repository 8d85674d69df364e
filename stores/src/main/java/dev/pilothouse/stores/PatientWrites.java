package dev.pilothouse.stores;

import dev.pilothouse.spi.Journal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Writes again and again while the database is away: what a call has told must not be lost as long
/// as this process lives. Safe, since writing the same lines twice changes nothing.
final class PatientWrites {
  private static final Executor LATER =
      CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS);

  private PatientWrites() {}

  static <A> CompletableFuture<A> until(Supplier<CompletableFuture<A>> write) {
    return once(write)
        .exceptionallyCompose(failure ->
            isPassing(failure)
                ? CompletableFuture.runAsync(() -> {}, LATER).thenCompose(_ -> until(write))
                : CompletableFuture.failedFuture(failure));
  }

  private static <A> CompletableFuture<A> once(Supplier<CompletableFuture<A>> write) {
    try {
      return write.get();
    } catch (RuntimeException refused) {
      return CompletableFuture.failedFuture(refused);
    }
  }

  private static boolean isPassing(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof Journal.Overloaded
        || switch (CommitFailure.of(cause)) {
          case COLLIDED, CUT_OFF, AWAY -> true;
          case REFUSED -> false;
        };
  }
}
