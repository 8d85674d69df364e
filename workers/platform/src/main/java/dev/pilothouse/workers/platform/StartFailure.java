package dev.pilothouse.workers.platform;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What Spring Boot prints when it refuses to start: a description for a person, and often an
/// action.
record StartFailure(String description, String action) {

  private static final Pattern REPORT =
      Pattern.compile(
          "Description:\\s+(?<description>.*?)(?:\\s+Action:\\s+(?<action>.*?))?\\s*\\z",
          Pattern.DOTALL);

  static Optional<StartFailure> in(List<String> lines) {
    // why: as JSON the whole report is one line
    String text = String.join("\n", lines).replace("\\n", "\n");
    int begin = text.lastIndexOf("APPLICATION FAILED TO START");
    if (begin < 0) {
      return Optional.empty();
    }
    Matcher report = REPORT.matcher(text.substring(begin));
    return report.find()
        ? Optional.of(
            new StartFailure(
                onOneLine(report.group("description")), onOneLine(report.group("action"))))
        : Optional.empty();
  }

  PlatformProblem problemOf(String title) {
    return new PlatformProblem(
        title + " did not start: " + description,
        action.isEmpty() ? "Correct that, then start again." : action);
  }

  private static String onOneLine(@Nullable String text) {
    return text == null
        ? ""
        : text.replaceAll("\\s+", " ").replaceAll("\",\"\\w+\":.*", "").strip();
  }
}
