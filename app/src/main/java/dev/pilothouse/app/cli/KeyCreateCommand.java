package dev.pilothouse.app.cli;

import dev.pilothouse.app.cli.KeyOrders.MadeKey;
import dev.pilothouse.model.Role;
import dev.pilothouse.workers.platform.DataFolder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "create",
    description = {
      "Make a key. It is shown this once; only its hash is kept.",
      "Works on what `up` started, else on the database that the environment names."
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ${ROOT-COMMAND-NAME} key create --role admin",
      "  ${ROOT-COMMAND-NAME} key create --role operator --name crm --json | jq -r .key"
    })
final class KeyCreateCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final KeyOrders keys;

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "What the key may do: ${COMPLETION-CANDIDATES}.")
  private Role role = Role.VIEWER;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "made on the command line",
      description =
          "What the key is for, so that people know it again (default: ${DEFAULT-VALUE}).")
  private String name = "";

  @Option(names = "--json", description = "For programs: id, key, name, role, tenant.")
  private boolean json;

  KeyCreateCommand(Surroundings surroundings, KeyOrders keys) {
    this.surroundings = surroundings;
    this.keys = keys;
  }

  @Override
  public Integer call() {
    DataFolder data = common.dataFolder(surroundings);
    MadeKey made =
        keys.create(
            surroundings.platform().appSettings(data).orElseGet(surroundings::environment),
            name,
            role);
    if (json) {
      surroundings.terminal().print(Json.write(made));
    } else {
      print(made);
    }
    return 0;
  }

  private void print(MadeKey made) {
    Terminal terminal = surroundings.terminal();
    terminal.print("Key '%s' with the role %s:".formatted(made.name(), made.role()));
    terminal.print("");
    terminal.print("  " + made.key());
    terminal.print("");
    terminal.print("Shown this once. Send it as `Authorization: Bearer KEY`.");
  }
}
