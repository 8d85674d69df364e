package dev.pilothouse.app.cli;

import dev.pilothouse.workers.platform.DataFolder;
import dev.pilothouse.workers.platform.PlatformState;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "status",
    description = "Say what runs, where, and whether it is ready.",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:ready", "3:not running", "4:running, but not ready"},
    footerHeading = "%nExamples:%n",
    footer = {"  ${ROOT-COMMAND-NAME} status", "  ${ROOT-COMMAND-NAME} status --json | jq -r .url"})
final class StatusCommand implements Callable<Integer> {

  private static final int READY = 0;
  private static final int NOT_RUNNING = 3;
  private static final int NOT_READY = 4;

  private final Surroundings surroundings;

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(names = "--json", description = "For programs: url, ready, versions, pids, ports.")
  private boolean json;

  StatusCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    DataFolder data = common.dataFolder(surroundings);
    Optional<PlatformState> state = surroundings.platform().state(data);
    if (json) {
      surroundings.terminal().print(Json.write(inJson(data, state)));
    } else {
      state.ifPresentOrElse(found -> print(data, found), () -> printNothing(data));
    }
    return state.map(found -> found.ready() ? READY : NOT_READY).orElse(NOT_RUNNING);
  }

  private static Map<String, Object> inJson(DataFolder data, Optional<PlatformState> state) {
    return state
        .map(found -> new StatusReport(data, found).inJson())
        .orElseGet(() -> StatusReport.nothingInJson(data));
  }

  private void print(DataFolder data, PlatformState state) {
    new StatusReport(data, state)
        .lines(surroundings.terminal())
        .forEach(surroundings.terminal()::print);
  }

  private void printNothing(DataFolder data) {
    surroundings.terminal().print("Pilothouse is not running on " + data.root() + ".");
    surroundings.terminal().print(surroundings.program() + " up starts it.");
  }
}
