package dev.pilothouse.builderapi;

import dev.pilothouse.spi.Automations.Drafted;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// What a writer has seen of an automation: the ETag it was given, back in `If-Match`.
///
/// The tag has two parts. The first one is of the draft, and all that a write looks at: a pause
/// meanwhile is no reason to refuse a draft. The second one is of everything else, so that who asks
/// with `If-None-Match` hears of the pause.
final class DraftTag {
  private static final String ANY = "*";

  private DraftTag() {}

  static String of(Drafted drafted) {
    long changed = ChronoUnit.MICROS.between(Instant.EPOCH, drafted.automation().changed().at());
    return '"' + drafted.draft().tag() + "." + Long.toString(changed, Character.MAX_RADIX) + '"';
  }

  /// @throws StaleDraft where the writer has seen another draft than this one
  static void require(@Nullable String ifMatch, Drafted now) {
    String given =
        Optional.ofNullable(ifMatch).filter(it -> !it.isBlank()).orElseThrow(DraftTag::missing);
    requireIfGiven(given, now);
  }

  static void requireIfGiven(@Nullable String ifMatch, Drafted now) {
    if (ifMatch != null && Arrays.stream(ifMatch.split(",")).noneMatch(tag -> matches(tag, now))) {
      throw new StaleDraft(now);
    }
  }

  /// Also a weak one: what stands between us and the writer may have weakened it on the way.
  private static boolean matches(String given, Drafted now) {
    String tag = given.strip().replaceFirst("^W/", "").replace("\"", "");
    return tag.equals(ANY) || tag.replaceFirst("\\..*$", "").equals(now.draft().tag());
  }

  private static RefusedException missing() {
    return RefusedException.because(
        HttpStatus.PRECONDITION_REQUIRED,
        "Expected the header 'If-Match' with the ETag of the draft that this one was made from, but"
            + " it is missing. GET the automation first; its answer has it.");
  }
}
