package dev.pilothouse.app.cli;

import dev.pilothouse.workers.platform.Cache;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "doctor",
    description = "Check each requirement: where it was found, or how to get it.",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:nothing is missing", "1:something is missing"},
    footerHeading = "%nExamples:%n",
    footer = {
      "  ${ROOT-COMMAND-NAME} doctor",
      "  ${ROOT-COMMAND-NAME} doctor --data /srv/pilothouse"
    })
final class DoctorCommand implements Callable<Integer> {

  private static final int STATE_WIDTH = 9;
  private static final int NAME_WIDTH = 18;

  private final Surroundings surroundings;

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  DoctorCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    List<Finding> findings =
        new Doctor(surroundings, common.dataFolder(surroundings), Cache.standard()).examine();
    boolean ok = findings.stream().noneMatch(each -> each.state() == Finding.State.MISSING);
    if (json) {
      surroundings.terminal().print(Json.write(inJson(ok, findings)));
    } else {
      findings.forEach(this::print);
    }
    return ok ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private void print(Finding finding) {
    String state = Table.padded(finding.state().toString(), STATE_WIDTH);
    surroundings
        .terminal()
        .print(
            surroundings.terminal().styled(style(finding.state()), state)
                + Table.padded(finding.name(), NAME_WIDTH)
                + finding.detail());
    if (!finding.advice().isBlank()) {
      surroundings.terminal().print(" ".repeat(STATE_WIDTH + NAME_WIDTH) + finding.advice());
    }
  }

  private static Terminal.Style style(Finding.State state) {
    return switch (state) {
      case OK -> Terminal.Style.GOOD;
      case NOTE -> Terminal.Style.DOUBTFUL;
      case MISSING -> Terminal.Style.BAD;
    };
  }

  private static Map<String, Object> inJson(boolean ok, List<Finding> findings) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("ok", ok);
    json.put("checks", findings.stream().map(DoctorCommand::inJson).toList());
    return json;
  }

  private static Map<String, String> inJson(Finding finding) {
    Map<String, String> json = new LinkedHashMap<>();
    json.put("name", finding.name());
    json.put("state", finding.state().toString());
    json.put("detail", finding.detail());
    json.put("advice", finding.advice());
    return json;
  }
}
