package dev.pilothouse.bench;

import dev.pilothouse.model.RunId;
import dev.pilothouse.spi.Ledger;
import dev.pilothouse.spi.Ledger.Turn;
import dev.pilothouse.spi.Ledger.Writing;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Hears from the ledger when the end of a run is committed, so that nobody need ask the database
/// again and again while it is being measured.
final class Ends {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ConcurrentHashMap<RunId, CompletableFuture<Void>> ends = new ConcurrentHashMap<>();

  /// The same ledger, overheard.
  Ledger of(Ledger ledger) {
    return (Ledger)
        Proxy.newProxyInstance(
            Ledger.class.getClassLoader(),
            new Class<?>[] {Ledger.class},
            (_, method, arguments) -> heard(ledger, method, arguments));
  }

  /// Returns when the run has ended.
  void await(RunId run) {
    try {
      end(run).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException stuck) {
      throw new IllegalStateException("The run " + run + " does not end.", stuck);
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } finally {
      ends.remove(run);
    }
  }

  private @Nullable Object heard(Ledger ledger, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      if (arguments != null && arguments.length == 1 && arguments[0] instanceof Writing writing) {
        return written(ledger, writing);
      }
      return method.invoke(ledger, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getTargetException();
    }
  }

  private Object written(Ledger ledger, Writing writing) {
    var standing = ledger.write(writing);
    return writing.turn() instanceof Turn.End
        ? standing.whenComplete((_, _) -> end(writing.claim().ref().run()).complete(null))
        : standing;
  }

  private CompletableFuture<Void> end(RunId run) {
    return ends.computeIfAbsent(run, _ -> new CompletableFuture<>());
  }
}
