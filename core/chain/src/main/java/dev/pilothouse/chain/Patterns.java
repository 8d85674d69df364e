package dev.pilothouse.chain;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.runtime.CelFunctionBinding;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// Searching by pattern, in a time that grows with the text and with the pattern and no faster: RE2
/// never goes back.
final class Patterns {
  /// They seek their second argument in their first.
  static final Set<String> FUNCTIONS = Set.of("matches", "text.find", "text.findAll");

  static final String EXPECTED = "a pattern (RE2) of at most 500 characters such as '[A-Z]-[0-9]+'";

  /// Of the text, for each place of the pattern.
  static final Weight WEIGHT = Weight.WHOLE;

  /// Of one pattern.
  static final int MOST_PLACES = 1_000;

  /// In characters, of one pattern.
  private static final int LONGEST = 500;

  private static final int KEPT = 500;

  private static final ReentrantLock LOCK = new ReentrantLock();

  /// Compiling takes a hundred times as long as a short search, and a loop searches again and
  /// again.
  private static final Map<String, Pattern> COMPILED =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pattern> eldest) {
          return size() > KEPT;
        }
      };

  static final OurFunction MATCHES =
      OurFunction.calledOn("matches")
          .taking("text", Kind.TEXT)
          .taking("pattern", Kind.PATTERN)
          .by(given -> compiled(given).matcher(given.text(0)).find());

  private Patterns() {}

  static int places(String pattern) {
    return PatternSize.of(pattern, MOST_PLACES);
  }

  /// In place of CEL's own, which compiles any pattern however large, and anew each time.
  static Set<CelFunctionBinding> bindings() {
    return Set.of(binding("matches"), binding("matches_string"));
  }

  @SuppressWarnings("Immutable") // a function holds nothing that changes
  private static CelFunctionBinding binding(String form) {
    return CelFunctionBinding.from(form, String.class, String.class, MATCHES::apply);
  }

  static Stream<String> find(Given given) {
    String pattern = given.text(1);
    Matcher matcher = compiled(given).matcher(new Watched(given.text(0), places(pattern)));
    return Stream.iterate(matcher.find(), found -> found, _ -> matcher.find())
        .map(_ -> matcher.groupCount() == 0 ? matcher.group() : group(matcher));
  }

  private static String group(Matcher matcher) {
    return Optional.ofNullable(matcher.group(1)).orElse("");
  }

  static boolean isOne(String pattern) {
    return compiled(pattern).isPresent();
  }

  private static Pattern compiled(Given given) {
    return compiled(given.text(1)).orElseThrow(() -> given.refuse(1));
  }

  private static Optional<Pattern> compiled(String pattern) {
    if (pattern.length() > LONGEST) {
      return Optional.empty();
    }
    WorkBudget.readPattern(pattern);
    return kept(pattern).or(() -> read(pattern));
  }

  private static Optional<Pattern> kept(String pattern) {
    LOCK.lock();
    try {
      return Optional.ofNullable(COMPILED.get(pattern));
    } finally {
      LOCK.unlock();
    }
  }

  /// Without the lock, so that who searches by a known pattern does not wait.
  private static Optional<Pattern> read(String pattern) {
    if (places(pattern) >= MOST_PLACES) {
      return Optional.empty();
    }
    try {
      return Optional.of(keep(pattern, Pattern.compile(pattern)));
    } catch (PatternSyntaxException noPattern) {
      return Optional.empty();
    }
  }

  private static Pattern keep(String pattern, Pattern compiled) {
    LOCK.lock();
    try {
      COMPILED.put(pattern, compiled);
      return compiled;
    } finally {
      LOCK.unlock();
    }
  }

  /// A text that counts how often it is looked at. Each search for a further place may look to the
  /// end of it again; what goes beyond a few times its length is paid for.
  private static final class Watched implements CharSequence {
    private final String text;
    private final long ticks;
    private long free;

    Watched(String text, int places) {
      this.text = text;
      this.ticks = (long) Weight.STEP * places;
      this.free = 4L * text.length();
    }

    @Override
    public char charAt(int at) {
      if (free-- <= 0) {
        WorkBudget.spend(ticks);
      }
      return text.charAt(at);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return text.substring(from, to);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
