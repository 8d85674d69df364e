package dev.pilothouse.app.cli;

import java.util.List;

/// A program that only some things need.
///
/// @param question the program and its arguments that make it tell its version
/// @param least the oldest version that does
/// @param use what needs it
/// @param advice how to get it
record ProgramRequirement(
    Host host, String name, List<String> question, String least, String use, String advice)
    implements Requirement {

  @Override
  public Finding check() {
    String program = question.getFirst();
    String[] arguments = question.subList(1, question.size()).toArray(String[]::new);
    return host.ask(program, arguments)
        .flatMap(ProgramVersion::in)
        .map(this::judge)
        .orElseGet(() -> Finding.note(name, "no '" + program + "' answers; " + use, advice));
  }

  private Finding judge(ProgramVersion version) {
    return version.isAtLeast(least)
        ? Finding.ok(name, version + ", " + use)
        : Finding.note(name, version + " is older than " + least + "; " + use, advice);
  }
}
