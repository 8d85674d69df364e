package dev.pilothouse.app.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// A command line with a person, a machine and a platform made up for one test.
final class Trial {

  final FakePlatform platform = new FakePlatform();
  final FakeKeys keys = new FakeKeys();
  final FakeCarrier carrier = new FakeCarrier();
  private final Map<String, String> environment = new HashMap<>();
  private final Path folder;
  private String answers = "";
  private boolean isPerson;
  private boolean hasColours;
  private boolean isEnding;

  /// What came of one command.
  record Outcome(int code, String out, String err) {}

  Trial(Path folder) {
    this.folder = folder;
    with("PILOTHOUSE_HOME", folder.toString());
  }

  Trial with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Trial withoutCheckout() {
    environment.remove("PILOTHOUSE_HOME");
    return this;
  }

  Trial answering(String line) {
    answers = line + "\n";
    isPerson = true;
    return this;
  }

  Trial inColour() {
    hasColours = true;
    return this;
  }

  Trial beingEnded() {
    isEnding = true;
    return this;
  }

  Outcome run(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            new BufferedReader(new StringReader(answers)),
            isPerson,
            hasColours);
    Surroundings surroundings =
        new Surroundings(environment, folder, terminal, platform, () -> isEnding);
    int code = CommandLineInterface.commands(surroundings, keys, carrier).execute(words);
    return new Outcome(code, out.toString(), err.toString());
  }
}
