package dev.pilothouse.bench;

import io.temporal.activity.ActivityInterface;

/// The steps of [ThreeSteps]; each takes the outcome of the one before.
@ActivityInterface
public interface Steps {
  String a(String event);

  String b(String outcome);

  String c(String outcome);
}
