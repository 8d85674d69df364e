package dev.pilothouse.app.cli;

import dev.pilothouse.app.cli.CarrierOrders.ShownHold;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "release",
    description = {
      "Let the house go on with the database as it is.",
      "Every run that has not ended is in doubt from then on: what it would send once, and may",
      "have sent already, waits for a person's word."
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {"  ${ROOT-COMMAND-NAME} hold release --reason \"The copy of 9:58 is all we have\""})
final class HoldReleaseCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final CarrierOrders carrier;

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "WHY",
      description = "Kept in the journal of everyone concerned.")
  private String reason = "";

  @Option(names = "--json", description = "For programs: held, since, reason, runsInDoubt.")
  private boolean json;

  HoldReleaseCommand(Surroundings surroundings, CarrierOrders carrier) {
    this.surroundings = surroundings;
    this.carrier = carrier;
  }

  @Override
  public Integer call() {
    ShownHold shown = carrier.release(surroundings.serverSettings(common), reason);
    if (json) {
      surroundings.terminal().print(Json.write(shown));
    } else {
      surroundings.terminal().print("Released. Runs in doubt: " + shown.runsInDoubt() + ".");
    }
    return 0;
  }
}
