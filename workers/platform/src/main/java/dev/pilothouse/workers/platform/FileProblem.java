package dev.pilothouse.workers.platform;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Says what a failed write means to a person: full, forbidden, or something rarer.
final class FileProblem {

  private FileProblem() {}

  static PlatformProblem writing(Path path, IOException cause) {
    String words = wordsOf(cause);
    if (isFull(words)) {
      return new PlatformProblem(
          "The disk that holds '" + path + "' is full.",
          "Make room there, then run the same command again; nothing was lost.",
          cause);
    }
    if (cause instanceof AccessDeniedException || isForbidden(words)) {
      return notWritable(path, cause);
    }
    return new PlatformProblem(
        "'" + path + "' could not be written: " + words + ".",
        "Look at that path and its folder, then run the same command again.",
        cause);
  }

  /// Whether another program's words about a file mean something that we can say better.
  static boolean isKnown(String words) {
    return isFull(words) || isForbidden(words);
  }

  private static boolean isFull(String words) {
    return has(words, "no space left") || has(words, "quota exceeded");
  }

  private static boolean isForbidden(String words) {
    return has(words, "permission denied") || has(words, "read-only file system");
  }

  private static boolean has(String words, String part) {
    return words.toLowerCase(Locale.ROOT).contains(part);
  }

  static PlatformProblem notWritable(Path path, IOException cause) {
    return new PlatformProblem(
        "Expected a place to write at '"
            + path
            + "', but "
            + System.getProperty("user.name", "this user")
            + " may not write there.",
        "Give that folder to this user, or choose another with --data DIR.",
        cause);
  }

  private static String wordsOf(IOException cause) {
    @Nullable String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
