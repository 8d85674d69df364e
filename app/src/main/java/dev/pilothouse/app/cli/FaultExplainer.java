package dev.pilothouse.app.cli;

import dev.pilothouse.workers.platform.PlatformProblem;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// The edge where every fault becomes words: what a person can do something about in two sentences,
/// and our own mistakes in one, with the place of the trace.
final class FaultExplainer implements IExecutionExceptionHandler {

  private final Surroundings surroundings;

  FaultExplainer(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public int handleExecutionException(Exception fault, CommandLine command, ParseResult words) {
    if (fault instanceof PlatformProblem problem) {
      tell(problem);
    } else {
      surroundings.terminal().say(new FaultRecord(command.getCommandName(), fault).keep());
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  private void tell(PlatformProblem problem) {
    surroundings.terminal().say(problem.sentence());
    if (!problem.nextStep().isBlank()) {
      surroundings.terminal().say(problem.nextStep());
    }
  }
}
