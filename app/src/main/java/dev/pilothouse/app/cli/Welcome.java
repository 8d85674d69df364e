package dev.pilothouse.app.cli;

import dev.pilothouse.workers.platform.PlatformState;
import dev.pilothouse.workers.platform.UpOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What `up` says when everything is ready: where to go, and how to get in.
///
/// @param loginWaited the first login was made by an earlier start; its password was shown then
record Welcome(
    Surroundings surroundings,
    UpOptions options,
    PlatformOrders.Started started,
    boolean loginWaited) {

  void print() {
    Terminal terminal = surroundings.terminal();
    terminal.print(headline());
    terminal.print("");
    addresses().lines().forEach(line -> terminal.print("  " + line));
    terminal.print("");
    printLogin();
    if (!started.foundRunning()) {
      terminal.print(howToStop());
    }
  }

  private String headline() {
    String words =
        started.foundRunning()
            ? "Pilothouse runs already; this start found it."
            : "Pilothouse is ready.";
    return surroundings.terminal().styled(Terminal.Style.BOLD, words);
  }

  private Table addresses() {
    PlatformState state = started.state();
    Table table = new Table().row("Page", state.url()).row("API", state.api());
    if (!state.temporalUi().isBlank()) {
      table.row("Temporal's page", state.temporalUi());
    }
    return table.row("Data and logs", options.data().root().toString());
  }

  private void printLogin() {
    Path file = options.data().firstLogin();
    if (!Files.exists(file)) {
      return;
    }
    Optional<FirstLogin> login =
        loginWaited ? Optional.empty() : FirstLogin.waitingIn(options.data());
    login.ifPresentOrElse(
        first -> print(first, file),
        () ->
            surroundings
                .terminal()
                .print("The first login waits in " + file + " until its password is changed."));
    surroundings.terminal().print("");
  }

  private void print(FirstLogin login, Path file) {
    new Table()
        .row("First login", login.email())
        .row("Password", login.password())
        .lines()
        .forEach(line -> surroundings.terminal().print("  " + line));
    surroundings
        .terminal()
        .print("  Shown this once; it waits in " + file + " until it is changed.");
  }

  private String howToStop() {
    return options.detach()
        ? surroundings.program() + " stop ends it."
        : "Ctrl-C stops everything.";
  }
}
