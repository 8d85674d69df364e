package dev.pilothouse.builderapi;

import dev.pilothouse.model.NumberedVersion;
import dev.pilothouse.model.RunSummary;
import dev.pilothouse.spi.Reruns.Answer.Born;
import dev.pilothouse.spi.Reruns.What;
import org.jspecify.annotations.Nullable;

/// A run that does an earlier one again, as it is told to whoever asked for it.
///
/// @param version content hash of the definition it walks
/// @param kept so many outcomes of the earlier run
/// @param repeated it was asked for before by the same key
record RerunView(
    String run,
    String rerunOf,
    @Nullable String from,
    String version,
    int number,
    int kept,
    boolean repeated,
    String words) {
  static RerunView of(RunSummary earlier, What what, Born born) {
    return new RerunView(
        born.run().toString(),
        earlier.id().toString(),
        what instanceof What.From(var step, _) ? step.text() : null,
        born.version().hash().hash(),
        born.version().number(),
        born.kept(),
        born.repeated(),
        (born.repeated() ? "Asked for before by the same key, nothing was done now: " : "")
            + run(earlier, born)
            + version(born)
            + steps(what, born));
  }

  private static String run(RunSummary earlier, Born born) {
    String subject = earlier.event().subject();
    return "A run for the event "
        + earlier.event().type()
        + (subject.isEmpty() ? "" : " about " + subject)
        + " with version "
        + born.version().number()
        + " of '"
        + earlier.walks().name()
        + "', ";
  }

  private static String version(Born born) {
    NumberedVersion walks = born.version();
    if (walks.equals(born.earlier())) {
      return walks.equals(born.inForce())
          ? "which the earlier run walked and which is in force. "
          : "which the earlier run walked; version "
              + born.inForce().number()
              + " is in force by now. ";
    }
    return (walks.equals(born.inForce()) ? "which is in force now" : "which was in force then")
        + "; the earlier run walked version "
        + born.earlier().number()
        + ". ";
  }

  private static String steps(What what, Born born) {
    return what instanceof What.From(var step, _)
        ? kept(born.kept())
            + " from before '"
            + step
            + "'; it and what comes after are done anew, with effects of their own."
        : "All its steps are done anew, with effects of their own.";
  }

  private static String kept(int outcomes) {
    return switch (outcomes) {
      case 0 -> "No outcome is kept";
      case 1 -> "One outcome is kept";
      default -> outcomes + " outcomes are kept";
    };
  }
}
