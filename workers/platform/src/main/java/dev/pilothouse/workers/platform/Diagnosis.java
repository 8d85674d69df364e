package dev.pilothouse.workers.platform;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Why a part ended, told from its last words.
///
/// @param last the newest lines of its log
record Diagnosis(Part part, int exitCode, List<String> last, DataFolder data) {

  private static final int FEW_LINES = 12;
  private static final int SIGNAL = 128;
  private static final Pattern FULL = words("No space left on device|database or disk is full");
  private static final Pattern TAKEN =
      words("address already in use|could not bind|can't set frontend port");
  private static final Pattern BROKEN_POSTGRES =
      words(
          "could not locate a valid checkpoint record|invalid checkpoint record|invalid magic number"
              + "|database files are incompatible|is not a valid data directory|could not open file \"global/"
              + "|invalid primary checkpoint|control file contains invalid|incorrect checksum in control file");
  private static final Pattern BROKEN_TEMPORAL =
      words(
          "file is not a database|database disk image is malformed|no such (table|column)|malformed database schema");

  /// A sentence where the last words say clearly that another try ends alike.
  Optional<PlatformProblem> certain() {
    if (said(FULL)) {
      return Optional.of(
          new PlatformProblem(
              "The disk that holds '" + data.root() + "' is full, so " + part.title() + " ended.",
              "Make room there, then start again; nothing was lost."));
    }
    if (part.name().equals("temporal") && said(BROKEN_TEMPORAL)) {
      return Optional.of(TemporalFile.corrupt(new TemporalFile(data.temporal()).database()));
    }
    if (part.name().equals("postgres") && said(BROKEN_POSTGRES)) {
      return Optional.of(
          new PlatformProblem(
              "Expected a sound PostgreSQL database in '"
                  + data.postgres()
                  + "', but PostgreSQL says: "
                  + lastWords(),
              "Put the folder back from a backup; nothing in it was changed. The log is "
                  + data.log(part.name())
                  + "."));
    }
    return Optional.empty();
  }

  PlatformProblem likely() {
    return certain().orElseGet(this::guess);
  }

  private PlatformProblem guess() {
    if (exitCode > SIGNAL) {
      return new PlatformProblem(
          part.title() + " was ended by signal " + (exitCode - SIGNAL) + ".",
          "It is started again by itself; its log is " + data.log(part.name()) + ".");
    }
    if (said(TAKEN)) {
      return new PlatformProblem(
          "A port that was free for " + part.title() + " was taken by somebody else meanwhile.",
          "Start again; another port is chosen then.");
    }
    return StartFailure.in(last)
        .or(this::allWords)
        .map(failure -> failure.problemOf(part.title()))
        .orElseGet(() ->
            new PlatformProblem(
                part.title() + " ended with code " + exitCode + ": " + lastWords(),
                "Its log is " + data.log(part.name()) + "."));
  }

  /// A program that ends by itself at once says why, and says nothing else.
  private Optional<StartFailure> allWords() {
    List<String> said = last.stream().filter(line -> !line.isBlank()).toList();
    boolean whole = part.endsForAReason(exitCode) && !said.isEmpty() && said.size() <= FEW_LINES;
    return whole ? Optional.of(new StartFailure(String.join(" ", said), "")) : Optional.empty();
  }

  /// The last line of the worst kind that was said, else the last line.
  private String lastWords() {
    Optional<String> worst =
        last.stream()
            .filter(line -> line.matches(".*\\b(FATAL|PANIC|ERROR|error|Error|level=error)\\b.*"))
            .reduce((_, b) -> b);
    return worst
        .or(() -> last.stream().filter(line -> !line.isBlank()).reduce((_, b) -> b))
        .map(line -> line.length() > 400 ? line.substring(0, 400) + "…" : line)
        .orElse("it said nothing.");
  }

  private boolean said(Pattern pattern) {
    return last.stream().anyMatch(line -> pattern.matcher(line).find());
  }

  private static Pattern words(String words) {
    return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
  }
}
