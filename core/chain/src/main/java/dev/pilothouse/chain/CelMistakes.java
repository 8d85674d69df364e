package dev.pilothouse.chain;

import dev.cel.common.CelErrorCode;
import dev.cel.common.CelException;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationResult;
import dev.pilothouse.chain.ExpressionMistakes.Mistake;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// CEL's own words, put so that a person who is no programmer knows what to do.
final class CelMistakes {
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
  private static final Pattern PLACE = Pattern.compile("evaluation error at <input>:\\d+: ");
  private static final Pattern OPERATOR = Pattern.compile("_(\\W+?|in)_|(\\W)_|@(in)");

  private CelMistakes() {}

  /// Of mistakes in the form only the first: the others mostly follow from it.
  static ExpressionMistakes of(String text, CelValidationResult checked) {
    List<CelIssue> issues = checked.getErrors();
    boolean malformed = isForm(issues.getFirst().getMessage());
    return new ExpressionMistakes(
        issues.stream()
            .limit(malformed ? 1 : issues.size())
            .map(issue -> mistake(text, issue))
            .toList());
  }

  private static boolean isForm(String message) {
    return Stream.of(ENDS_EARLY, UNEXPECTED, UNREADABLE)
        .anyMatch(pattern -> match(pattern, message).isPresent());
  }

  static ExpressionMistakes unplannable(String text, Exception cause) {
    return new ExpressionMistakes(
        List.of(
            new Mistake(
                1,
                1,
                "expected an expression, but "
                    + quoted(text)
                    + " cannot be used: "
                    + cause.getMessage(),
                "")));
  }

  private static Mistake mistake(String text, CelIssue issue) {
    int line = issue.getSourceLocation().getLine();
    int column = issue.getSourceLocation().getColumn() + 1;
    String where = quoted(text) + ", line " + line + ", column " + column;
    Said said = inWords(issue.getMessage());
    return new Mistake(
        line,
        column,
        "expected an expression, but " + said.what() + ": " + where + ".",
        said.hint());
  }

  private record Said(String what, String hint) {}

  private static Said inWords(String message) {
    return endsEarly(message)
        .or(() -> unexpected(message))
        .or(() -> unreadable(message))
        .or(() -> unknown(message))
        .or(() -> noFit(message))
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
                "Take it out, or write what belongs before it."));
  }

  private static Optional<Said> unreadable(String message) {
    return match(UNREADABLE, message)
        .map(found ->
            new Said(
                "\"" + found.group(1) + "\" cannot be read",
                "Close every quotation mark that was opened."));
  }

  private static Optional<Said> unknown(String message) {
    return match(UNKNOWN, message)
        .map(found -> new Said("'" + found.group(1) + "' is not known", nearName(found.group(1))));
  }

  private static Optional<Said> noFit(String message) {
    return match(NO_FIT, message)
        .map(found ->
            new Said(
                "'" + operator(found.group(1)) + "' does not work on " + found.group(2),
                "Convert with string(...), int(...) or double(...), so that both sides are of one kind."));
  }

  private static String nearName(String name) {
    return NearName.of(name, Names.IN_EXPRESSIONS)
        .map(near -> "Did you mean '" + near + "'?")
        .orElse(
            "An expression begins with 'event' or 'steps', such as event.data.amount; put texts in quotation marks.");
  }

  /// Why an expression that is right in itself has no value for this event.
  static String explain(CelException failed) {
    String message = PLACE.matcher(String.valueOf(failed.getMessage())).replaceFirst("");
    CelErrorCode code = failed.getErrorCode();
    return switch (code) {
      case ATTRIBUTE_NOT_FOUND ->
          "there is no '"
              + missing(message)
              + "'. Ask with has(...) first, or give a default: a.?b.orValue(0).";
      case OVERLOAD_NOT_FOUND ->
          "'"
              + overloaded(message)
              + "' does not work on these kinds of values. Convert them with string(...), int(...) or double(...).";
      case DIVIDE_BY_ZERO -> "it divides by zero. Ask first whether the divisor is zero.";
      case INDEX_OUT_OF_BOUNDS -> message.strip() + ". Ask for size(...) first.";
      case NUMERIC_OVERFLOW -> "the number is too large or too small (" + message.strip() + ").";
      case ITERATION_BUDGET_EXCEEDED ->
          "its loops turn more than "
              + CelLanguage.MOST_TURNS
              + " times together. Work on a shorter list.";
      case INTERNAL_ERROR,
          DUPLICATE_ATTRIBUTE,
          INVALID_ARGUMENT,
          AMBIGUOUS_OVERLOAD,
          TYPE_NOT_FOUND,
          BAD_FORMAT ->
          message.strip() + (message.strip().endsWith(".") ? "" : ".");
    };
  }

  private static String missing(String message) {
    return match(MISSING_KEY, message).map(found -> found.group(1)).orElse(message);
  }

  private static String overloaded(String message) {
    return match(NO_OVERLOAD, message).map(found -> operator(found.group(1))).orElse(message);
  }

  private static Optional<Matcher> match(Pattern pattern, String message) {
    Matcher matcher = pattern.matcher(message.strip());
    return matcher.matches() ? Optional.of(matcher) : Optional.empty();
  }

  /// `_+_` is what CEL calls a plus between two values.
  private static String operator(String function) {
    Matcher operator = OPERATOR.matcher(function);
    return operator.matches() ? function.replace("_", "").replace("@", "") : function;
  }

  /// In quotation marks that it does not hold itself.
  static String quoted(String text) {
    String mark = !text.contains("'") ? "'" : !text.contains("\"") ? "\"" : "`";
    return mark + (text.length() <= 120 ? text : text.substring(0, 117) + "...") + mark;
  }
}
