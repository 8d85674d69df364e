package dev.pilothouse.app.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/// Where we write and read. Results go to `out`; what is only said on the way, and faults, go to
/// `err`, so that a program reading the results is not disturbed.
///
/// @param isPerson somebody watches and can answer; lines may be drawn anew
/// @param hasColours never the only bearer of a meaning
record Terminal(
    PrintWriter out, PrintWriter err, BufferedReader in, boolean isPerson, boolean hasColours) {

  static final int WIDTH = 90;

  /// How a word may be set off where there are colours.
  enum Style {
    BOLD("1"),
    FAINT("2"),
    GOOD("32"),
    DOUBTFUL("33"),
    BAD("31");

    private final String code;

    Style(String code) {
      this.code = code;
    }
  }

  static Terminal ofThisProcess() {
    boolean isPerson =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    Charset keyboard = Charset.forName(System.getProperty("stdin.encoding", "UTF-8"));
    Reader in = new InputStreamReader(System.in, keyboard);
    return new Terminal(
        new PrintWriter(System.out, true, System.out.charset()),
        new PrintWriter(System.err, true, System.err.charset()),
        new BufferedReader(in),
        isPerson,
        isPerson && wantsColours(System.getenv()));
  }

  static boolean wantsColours(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "dumb").equals("dumb");
  }

  void print(String line) {
    out.println(line);
  }

  void say(String line) {
    err.println(line);
  }

  String styled(Style style, String words) {
    return hasColours ? "\033[" + style.code + "m" + words + "\033[0m" : words;
  }

  /// Empty where nobody can answer.
  Optional<String> ask(String question) {
    if (!isPerson) {
      return Optional.empty();
    }
    err.print(question + " ");
    err.flush();
    try {
      return Optional.ofNullable(in.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ShownProgress progress() {
    return isPerson ? new DrawnProgress(err) : new ListedProgress(err);
  }

  Ansi ansi() {
    return hasColours ? Ansi.ON : Ansi.OFF;
  }
}
