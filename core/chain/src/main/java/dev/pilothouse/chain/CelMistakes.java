package dev.pilothouse.chain;

import dev.cel.common.CelErrorCode;
import dev.cel.common.CelException;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationResult;
import dev.pilothouse.chain.ExpressionMistakes.Mistake;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// CEL's own words, put so that a person who is no programmer knows what to do.
final class CelMistakes {
  /// What CEL says of its own loops; ours say it, too.
  static final String NO_LOOP_VARIABLE = "The argument must be a simple name";

  private static final Pattern ENDS_EARLY =
      Pattern.compile("mismatched input '<EOF>'.*", Pattern.DOTALL);
  private static final Pattern UNEXPECTED =
      Pattern.compile("(?:mismatched|extraneous) input '(.*)' expecting .*", Pattern.DOTALL);
  private static final Pattern UNREADABLE =
      Pattern.compile("token recognition error at: '(.*)'", Pattern.DOTALL);
  private static final Pattern UNKNOWN =
      Pattern.compile("undeclared reference to '(.*?)'.*", Pattern.DOTALL);
  private static final Pattern NO_FIT =
      Pattern.compile(
          "found no matching overload for '(.*?)' applied to '(.*?)' \\(candidates.*",
          Pattern.DOTALL);
  private static final Pattern MISSING_KEY = Pattern.compile("key '(.*)' is not present in map\\.");
  private static final Pattern NO_OVERLOAD =
      Pattern.compile("No matching overload for function '(.*?)'\\..*", Pattern.DOTALL);
  private static final Pattern FAILED =
      Pattern.compile("Function '(.*?)' failed with arg\\(s\\) .*", Pattern.DOTALL);
  private static final Pattern NO_OBJECT =
      Pattern.compile("Error resolving field '(.*)'\\. Field selections must .*", Pattern.DOTALL);
  private static final Pattern NO_TRUTH =
      Pattern.compile("Expected boolean value, found.*", Pattern.DOTALL);

  /// What stands before a `?` failed itself, and CEL says only that an error is neither true nor
  /// false.
  private static final Pattern HIDDEN =
      Pattern.compile(
          "Expected boolean value, found :?ErrorValue\\{.*?exceptions\\.(Cel\\w+): (.*)\\}",
          Pattern.DOTALL);

  private static final Map<String, CelErrorCode> CODES =
      Map.of(
          "CelAttributeNotFoundException", CelErrorCode.ATTRIBUTE_NOT_FOUND,
          "CelOverloadNotFoundException", CelErrorCode.OVERLOAD_NOT_FOUND,
          "CelDivideByZeroException", CelErrorCode.DIVIDE_BY_ZERO,
          "CelIndexOutOfBoundsException", CelErrorCode.INDEX_OUT_OF_BOUNDS,
          "CelNumericOverflowException", CelErrorCode.NUMERIC_OVERFLOW);

  private static final Pattern NO_LOOP = Pattern.compile("Unexpected iter_range type: .*");
  private static final Pattern PLACE = Pattern.compile("evaluation error at <input>:\\d+: ");
  private static final Pattern OPERATOR = Pattern.compile("_(\\W+?|in)_|(\\W)_|@(in)|_\\[\\??_]");

  private static final String NEEDS_TRUTH =
      "'&&', '||' and '?' work on true or false. Compare the value with something.";
  private static final String NEEDS_LIST =
      "a loop goes over a list or an object, and this is neither.";

  /// For what other languages write in words.
  private static final Map<String, String> SIGNS =
      Map.of("and", "&&", "or", "||", "not", "!", "is", "==", "equals", "==");

  private CelMistakes() {}

  /// Of mistakes in the form only the first: the others mostly follow from it.
  static ExpressionMistakes of(String text, CelValidationResult checked, Set<String> locals) {
    List<CelIssue> issues = checked.getErrors();
    boolean malformed = isForm(issues.getFirst().getMessage());
    UnknownNames names = new UnknownNames(text, unknown(text, issues), locals);
    return new ExpressionMistakes(
        issues.stream()
            .limit(malformed ? 1 : issues.size())
            .filter(issue -> !names.isToldBehind(offset(text, issue.getSourceLocation())))
            .map(issue -> mistake(text, issue, names))
            .toList());
  }

  /// Where something stands that is not known.
  private static Set<Integer> unknown(String text, List<CelIssue> issues) {
    return issues.stream()
        .filter(issue -> match(UNKNOWN, issue.getMessage()).isPresent())
        .map(issue -> offset(text, issue.getSourceLocation()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isForm(String message) {
    return Stream.of(ENDS_EARLY, UNEXPECTED, UNREADABLE)
        .anyMatch(pattern -> match(pattern, message).isPresent());
  }

  static ExpressionMistakes unplannable(String text, Exception cause) {
    return new ExpressionMistakes(
        List.of(
            new Mistake(
                0,
                "expected an expression, but "
                    + quoted(text)
                    + " cannot be used: "
                    + cause.getMessage(),
                "")));
  }

  private static Mistake mistake(String text, CelIssue issue, UnknownNames names) {
    int offset = offset(text, issue.getSourceLocation());
    return match(UNKNOWN, issue.getMessage())
        .map(found -> names.at(offset, found.group(1)))
        .map(name -> mistake(text, name.offset(), unknown(name.text(), names)))
        .orElseGet(() -> mistake(text, offset, inWords(issue.getMessage())));
  }

  private static Mistake mistake(String text, int offset, Said said) {
    return new Mistake(
        offset,
        "expected an expression, but " + said.what() + ": " + quoted(text) + ".",
        text.startsWith("{") ? "An expression stands in one pair of braces: ${...}." : said.hint());
  }

  /// CEL counts lines from one, and characters within them from zero.
  private static int offset(String text, CelSourceLocation location) {
    int line = 0;
    for (int i = 1; i < location.getLine(); i++) {
      line = text.indexOf('\n', line) + 1;
    }
    int characters = Math.min(location.getColumn(), text.codePointCount(line, text.length()));
    return text.offsetByCodePoints(line, Math.max(0, characters));
  }

  private record Said(String what, String hint) {}

  private static Said inWords(String message) {
    return endsEarly(message)
        .or(() -> unexpected(message))
        .or(() -> unreadable(message))
        .or(() -> noFit(message))
        .or(() -> noLoopVariable(message))
        .or(() -> tooDeep(message))
        .orElseGet(() -> new Said(message.strip(), ""));
  }

  private static Optional<Said> endsEarly(String message) {
    return match(ENDS_EARLY, message)
        .map(_ -> new Said("it ends too early", "Complete it, such as event.data.amount > 1000."));
  }

  private static Optional<Said> unexpected(String message) {
    return match(UNEXPECTED, message)
        .map(found ->
            new Said(
                "'" + found.group(1) + "' cannot stand here",
                Optional.ofNullable(SIGNS.get(found.group(1).toLowerCase(Locale.ROOT)))
                    .map(sign -> "Write " + sign + " for it.")
                    .orElse("Take it out, or write what belongs before it.")));
  }

  private static Optional<Said> unreadable(String message) {
    return match(UNREADABLE, message)
        .map(found ->
            new Said(
                "\"" + found.group(1) + "\" cannot be read",
                found.group(1).startsWith("=")
                    ? "Write == to compare."
                    : "Close every quotation mark that was opened."));
  }

  private static Said unknown(String name, UnknownNames names) {
    return new Said(
        "'"
            + name
            + "' is "
            + (UnknownNames.signature(name).isPresent() ? "called otherwise" : "not known"),
        names.hint(name));
  }

  private static Optional<Said> tooDeep(String message) {
    return message.startsWith("Expression recursion limit exceeded")
        ? Optional.of(
            new Said(
                "too much stands within each other, or in one row",
                "Let earlier steps work out its parts."))
        : Optional.empty();
  }

  private static Optional<Said> noLoopVariable(String message) {
    return message.equals(NO_LOOP_VARIABLE)
        ? Optional.of(
            new Said(
                "a loop begins with a name for the items",
                "Give them one, such as orders.map(order, order.total)."))
        : Optional.empty();
  }

  private static Optional<Said> noFit(String message) {
    return match(NO_FIT, message)
        .map(found ->
            new Said(
                "'" + operator(found.group(1)) + "' does not work on " + found.group(2),
                UnknownNames.signature(found.group(1))
                    .orElse(
                        "Convert with string(...), int(...) or double(...), so that both sides are of one kind.")));
  }

  /// Why an expression that is right in itself has no value for this event.
  static String explain(CelException failed) {
    String message = PLACE.matcher(String.valueOf(failed.getMessage())).replaceFirst("");
    return match(HIDDEN, message)
        .map(found ->
            explain(
                CODES.getOrDefault(found.group(1), CelErrorCode.INTERNAL_ERROR), found.group(2)))
        .orElseGet(() -> explain(failed.getErrorCode(), message));
  }

  private static String explain(CelErrorCode code, String message) {
    return switch (code) {
      case ATTRIBUTE_NOT_FOUND -> missing(message);
      case OVERLOAD_NOT_FOUND ->
          "'"
              + overloaded(message)
              + "' does not work on these kinds of values. Convert them with string(...), int(...) or double(...).";
      case DIVIDE_BY_ZERO -> "it divides by zero. Ask first whether the divisor is zero.";
      case INDEX_OUT_OF_BOUNDS -> message.strip() + ". Ask for size(...) first.";
      case NUMERIC_OVERFLOW -> "the number is too large or too small (" + message.strip() + ").";
      case INTERNAL_ERROR,
          ITERATION_BUDGET_EXCEEDED,
          DUPLICATE_ATTRIBUTE,
          INVALID_ARGUMENT,
          AMBIGUOUS_OVERLOAD,
          TYPE_NOT_FOUND,
          BAD_FORMAT ->
          unfit(message).orElseGet(() -> sentence(message.strip()));
    };
  }

  private static Optional<String> unfit(String message) {
    return match(FAILED, message)
        .map(found -> "'" + operator(found.group(1)) + "' does not work on these values.")
        .or(() -> match(NO_TRUTH, message).map(_ -> NEEDS_TRUTH))
        .or(() -> match(NO_LOOP, message).map(_ -> NEEDS_LIST));
  }

  private static String sentence(String message) {
    return message.endsWith(".") || message.endsWith("?") ? message : message + ".";
  }

  private static String missing(String message) {
    return match(NO_OBJECT, message)
        .map(found -> "'" + found.group(1) + "' is asked of something that is no object.")
        .orElseGet(() ->
            "there is no '"
                + match(MISSING_KEY, message).map(found -> found.group(1)).orElse(message)
                + "'. Ask with has(...) first, or give a default: a.?b.orValue(0).");
  }

  private static String overloaded(String message) {
    return match(NO_OVERLOAD, message).map(found -> operator(found.group(1))).orElse(message);
  }

  private static Optional<Matcher> match(Pattern pattern, String message) {
    Matcher matcher = pattern.matcher(message.strip());
    return matcher.matches() ? Optional.of(matcher) : Optional.empty();
  }

  /// `_+_` is what CEL calls a plus between two values.
  static String operator(String function) {
    Matcher operator = OPERATOR.matcher(function);
    return operator.matches() ? function.replace("_", "").replace("@", "") : function;
  }

  /// On one line, in quotation marks that it does not hold itself.
  static String quoted(String written) {
    String text = written.strip().replaceAll("\\s+", " ");
    String mark = !text.contains("'") ? "'" : !text.contains("\"") ? "\"" : "`";
    return mark + (text.length() <= 120 ? text : text.substring(0, 117) + "...") + mark;
  }
}
