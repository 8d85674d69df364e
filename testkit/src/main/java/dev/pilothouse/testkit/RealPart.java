package dev.pilothouse.testkit;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/// What the extensions that need a real part have in common: with `-Dparts=containers` and no
/// Docker engine, their test classes are skipped and say why.
interface RealPart extends BeforeAllCallback, ExecutionCondition {

  @Override
  default ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Parts.ofThisRun() == Parts.EMBEDDED || DockerClientFactory.instance().isDockerAvailable()) {
      return ConditionEvaluationResult.enabled("its parts can be had");
    }
    return ConditionEvaluationResult.disabled(
        "-Dparts=containers needs a Docker engine, and none answers. Start one, or leave -Dparts"
            + " out: the same tests run on embedded parts.");
  }
}
