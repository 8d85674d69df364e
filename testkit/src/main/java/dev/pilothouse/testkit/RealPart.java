package dev.pilothouse.testkit;

import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/// What the extensions that need a real part have in common: with `-Dparts=containers` and no
/// Docker engine, their test classes are skipped and the report says why. An execution condition
/// and not an assumption, since a class that an assumption stops is in no report.
interface RealPart extends BeforeAllCallback, ExecutionCondition {

  @Override
  default ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return condition(Parts.ofThisRun(), () -> DockerClientFactory.instance().isDockerAvailable());
  }

  static ConditionEvaluationResult condition(Parts parts, BooleanSupplier dockerAnswers) {
    if (parts == Parts.EMBEDDED || dockerAnswers.getAsBoolean()) {
      return ConditionEvaluationResult.enabled("its parts can be had");
    }
    return ConditionEvaluationResult.disabled(
        "-Dparts=containers needs a Docker engine, and none answers. Start one, or leave -Dparts"
            + " out: the same tests run on embedded parts.");
  }
}
