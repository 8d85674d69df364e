package dev.pilothouse.app.cli;

import dev.pilothouse.app.cli.CarrierOrders.Carried;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "reconcile",
    description = {
      "Rebuild Temporal from the rows: every run that has not ended is carried again.",
      "The running house does it, also by itself when Temporal was lost or went back in time."
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ${ROOT-COMMAND-NAME} reconcile",
      "  ${ROOT-COMMAND-NAME} reconcile --json | jq .started"
    })
final class ReconcileCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final CarrierOrders carrier;

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(names = "--json", description = "For programs: dispatched, started, walked, ended.")
  private boolean json;

  ReconcileCommand(Surroundings surroundings, CarrierOrders carrier) {
    this.surroundings = surroundings;
    this.carrier = carrier;
  }

  @Override
  public Integer call() {
    Carried carried = carrier.reconcile(surroundings.serverSettings(common));
    if (json) {
      surroundings.terminal().print(Json.write(carried));
    } else {
      print(carried);
    }
    return 0;
  }

  private void print(Carried carried) {
    Terminal terminal = surroundings.terminal();
    terminal.print("Temporal is rebuilt from the rows.");
    new Table()
        .row("  runs dispatched", "" + carried.dispatched())
        .row("  waiting runs with their own workflow again", "" + carried.started())
        .row("  runs that a living process walks already", "" + carried.walked())
        .row("  workflows ended, since no row knows them", "" + carried.ended())
        .lines()
        .forEach(terminal::print);
  }
}
