package dev.pilothouse.testkit;

import io.temporal.workflow.Workflow;
import java.time.Duration;

public final class LateGreeting implements Greeting {

  static final Duration DELAY = Duration.ofDays(3);

  @Override
  public String greet(String name) {
    Workflow.sleep(DELAY);
    var thread = Thread.currentThread().isVirtual() ? "a virtual thread" : "a platform thread";
    return "Hello at last, " + name + ", on " + thread;
  }
}
