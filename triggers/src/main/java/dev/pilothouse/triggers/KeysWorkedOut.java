package dev.pilothouse.triggers;

import dev.pilothouse.chain.Admission;
import dev.pilothouse.chain.Scope;
import dev.pilothouse.chain.Template;
import dev.pilothouse.spi.Matching.Dedupe;
import dev.pilothouse.spi.Matching.Mode;
import dev.pilothouse.spi.Matching.Terms;
import dev.pilothouse.spi.Matching.Throttle;
import dev.pilothouse.spi.Matching.Turn;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// What an automation asks for before it takes an event, with its keys worked out for that event.
/// What has no key is not restricted: better side by side than not at all.
final class KeysWorkedOut {
  /// Of a key as rows keep it; an index takes no more than some thousand bytes.
  private static final int LONGEST = 200;

  private static final int SHOWN = 120;

  private KeysWorkedOut() {}

  static Terms of(Admission admission, Scope scope) {
    return new Terms(
        admission.dedupe().flatMap(it -> dedupe(it, scope)),
        admission.throttle().flatMap(it -> throttle(it, scope)),
        admission.concurrency().flatMap(it -> Turn.of(key(it.key(), scope), mode(it.mode()))));
  }

  private static Optional<Dedupe> dedupe(Admission.Dedupe asked, Scope scope) {
    return Optional.of(key(asked.key(), scope))
        .filter(key -> !key.isEmpty())
        .map(key -> new Dedupe(key, asked.window()));
  }

  /// Without a key of its own it is about all runs of the automation.
  private static Optional<Throttle> throttle(Admission.Throttle asked, Scope scope) {
    return asked
        .key()
        .map(key -> key(key, scope))
        .map(key -> key.isEmpty() ? Optional.<String>empty() : Optional.of(key))
        .orElse(Optional.of(""))
        .map(key -> new Throttle(asked.limit(), asked.per(), key));
  }

  private static Mode mode(Admission.Mode mode) {
    return switch (mode) {
      case QUEUE -> Mode.QUEUE;
      case SKIP -> Mode.SKIP;
      case REPLACE -> Mode.REPLACE;
    };
  }

  /// A long one keeps its beginning, for people, and a digest of the whole.
  private static String key(Template template, Scope scope) {
    String key = Admission.filledIn(template, scope).replace('\0', '\uFFFD');
    return key.length() <= LONGEST ? key : key.substring(0, SHOWN) + "… " + digest(key);
  }

  private static String digest(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }
}
