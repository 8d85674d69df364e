package dev.pilothouse.app.cli;

import dev.pilothouse.app.cli.CarrierOrders.ShownHold;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "hold",
    description = {
      "Say whether the house is held, and why; or release it.",
      "It holds itself when its database is older than what Temporal saw: nothing is dispatched.",
      "What only Temporal knows of is listed by GET /v1/hold."
    },
    synopsisSubcommandLabel = "[release]",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:not held", "5:held"},
    footerHeading = "%nExamples:%n",
    footer = {
      "  ${ROOT-COMMAND-NAME} hold",
      "  ${ROOT-COMMAND-NAME} hold release --reason \"The copy of 9:58 is all we have\""
    })
final class HoldCommand implements Callable<Integer> {

  private static final int HELD = 5;

  private final Surroundings surroundings;
  private final CarrierOrders carrier;

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(names = "--json", description = "For programs: held, since, reason, runsInDoubt.")
  private boolean json;

  HoldCommand(Surroundings surroundings, CarrierOrders carrier) {
    this.surroundings = surroundings;
    this.carrier = carrier;
  }

  @Override
  public Integer call() {
    ShownHold shown = carrier.hold(surroundings.serverSettings(common));
    if (json) {
      surroundings.terminal().print(Json.write(shown));
    } else {
      print(shown);
    }
    return shown.held() ? HELD : 0;
  }

  private void print(ShownHold shown) {
    Terminal terminal = surroundings.terminal();
    if (shown.held()) {
      terminal.print("Held since " + shown.since() + ".");
      terminal.print(shown.reason());
      terminal.print(shown.runsInDoubt() + " runs will be in doubt once it is released.");
    } else {
      terminal.print("Not held. Runs in doubt: " + shown.runsInDoubt() + ".");
    }
  }
}
