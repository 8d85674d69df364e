package dev.pilothouse.chain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/// What the parser of JSON complains about, put so that a person who is no programmer knows what to
/// do.
final class JsonMistakes {
  private static final String OF_NUMBERS = "+-.0123456789eE";
  private static final String TYPOGRAPHIC = "“”„‟«»‘’‚";

  /// What one of the parser's complaints has in it, and what we say instead.
  private record Said(String sign, IntFunction<FormMistake> inWords) {}

  private final SourceText source;
  private final Deque<Integer> open = new ArrayDeque<>();

  /// The first whose sign is found counts.
  private final List<Said> all =
      List.of(
          new Said("closing quote", this::openText),
          new Said("end-of-input", this::endsEarly),
          new Said("close marker", this::wrongBracket),
          new Said("a colon", this::noColon),
          new Said("start property name", this::noKey),
          new Said("expecting comma", this::noComma),
          new Said("comment", this::comment),
          new Said("unquoted character", this::bareControl),
          new Said("character escape", this::oddEscape),
          new Said("numeric value", this::oddNumber),
          new Said("Non-standard token", this::oddNumber),
          new Said("valid value", this::noValue),
          new Said("Unrecognized token", this::noValue));

  JsonMistakes(SourceText source) {
    this.source = source;
  }

  /// An object or a list begins; what is wrong from now on is within it.
  void opened(int offset) {
    open.push(offset);
  }

  void closed() {
    open.pop();
  }

  /// @param token where the last word begins that was found
  /// @param end how far the parser came
  FormMistake of(JacksonException malformed, int token, int end) {
    String message = malformed.getOriginalMessage();
    if (malformed instanceof StreamConstraintsException) {
      return FormMistake.at(
          token, "expected JSON, but a key or number in it is too long.", "Make it shorter.");
    }
    int offset = message.contains("closing quote") ? token : offset(malformed).orElse(end);
    return all.stream()
        .filter(said -> message.contains(said.sign))
        .findFirst()
        .map(said -> said.inWords.apply(offset))
        .orElseGet(() -> found(offset, "JSON", "Mend the text at this place."));
  }

  private Optional<Integer> offset(JacksonException malformed) {
    return Optional.ofNullable(malformed.getLocation())
        .map(place -> Math.clamp(place.getCharOffset(), 0, source.length()));
  }

  FormMistake nothing() {
    return FormMistake.at(
        0,
        "expected a definition, but the text is empty.",
        "Write {\"name\": \"...\", \"on\": [...], \"steps\": [...]}.");
  }

  FormMistake more(int offset) {
    return found(offset, "the end of the text", "Take out what stands behind the definition.");
  }

  FormMistake largeNumber(Span span) {
    return new FormMistake(
        span,
        "expected a number that can be worked with, but found "
            + Shown.shortened(source.text().substring(span.from(), span.to()))
            + ".",
        "Put it in quotation marks if it is meant as a text.");
  }

  private FormMistake openText(int offset) {
    return FormMistake.at(
        offset,
        "expected a quotation mark that closes this text, but the definition ends before it.",
        "Put '\"' where the text ends.");
  }

  private FormMistake endsEarly(int offset) {
    return FormMistake.at(
        offset,
        open.isEmpty()
            ? "expected JSON, but the text ends too early."
            : "expected '" + bracket() + "' for " + around() + ", but the text ends before it.",
        "Complete the text.");
  }

  private FormMistake wrongBracket(int offset) {
    return open.isEmpty()
        ? found(offset, "a definition", "Begin it with '{'.")
        : found(
            offset,
            "'" + bracket() + "' for " + around(),
            "Put '" + bracket() + "' before it, or take this one out.");
  }

  /// That closes what is open.
  private char bracket() {
    return isObject() ? '}' : ']';
  }

  private boolean isObject() {
    return !open.isEmpty() && source.text().charAt(open.getFirst()) == '{';
  }

  private String around() {
    return "the "
        + (isObject() ? "object" : "list")
        + " that begins in line "
        + source.lineOf(open.getFirst());
  }

  private FormMistake noColon(int offset) {
    return found(offset, "':' behind the key", "Write \"key\": value.");
  }

  private FormMistake noKey(int offset) {
    return closes(offset)
        ? found(offset, "another key behind ','", "Take out the comma before it.")
        : found(offset, "a key in double quotation marks", "Write \"key\": value.");
  }

  private boolean closes(int offset) {
    return offset < source.length() && "}]".indexOf(source.text().charAt(offset)) >= 0;
  }

  private FormMistake noComma(int offset) {
    return found(
        offset,
        "',' or '" + bracket() + "' behind a value",
        "Put a comma between the two; a quotation mark within a text is written \\\".");
  }

  private FormMistake comment(int offset) {
    return FormMistake.at(
        offset,
        "expected JSON, but found a comment.",
        "Take it out, or write the definition in YAML, which has comments.");
  }

  private FormMistake bareControl(int offset) {
    return source.restOfLine(offset).isEmpty()
        ? FormMistake.at(
            offset,
            "expected a quotation mark that closes this text, but the line ends before it.",
            "Close the text in its line; a line break within it is written \\n.")
        : found(offset, "a character that can be seen", "Write a tab as \\t, or take it out.");
  }

  private FormMistake oddEscape(int offset) {
    return found(
        offset,
        "an escape such as \\n, \\\" or \\u00e9",
        "Write a backslash twice if it is meant as one: \\\\.");
  }

  private FormMistake oddNumber(int offset) {
    int from = offset;
    while (from > 0 && isOfNumber(from - 1)) {
      from--;
    }
    int to = offset;
    while (to < source.length() && isOfNumber(to)) {
      to++;
    }
    Span span = new Span(from, to);
    return new FormMistake(
        span,
        "expected a number such as 5, -1 or 0.5, but found '"
            + source.text().substring(span.from(), span.to()).strip()
            + "'.",
        "Put it in quotation marks if it is meant as a text.");
  }

  private boolean isOfNumber(int at) {
    return OF_NUMBERS.indexOf(source.text().charAt(at)) >= 0;
  }

  private FormMistake noValue(int offset) {
    if (open.isEmpty()) {
      return found(offset, "JSON", "If this is YAML, send it as application/yaml.");
    }
    if (closes(offset)) {
      return found(offset, "another value", "Take out the comma before it, or write a value.");
    }
    return found(offset, "a value", hintForValue(source.restOfLine(offset)));
  }

  private static String hintForValue(String found) {
    if (found.startsWith("$")) {
      return "Put an expression in quotation marks, such as \"${event.subject}\".";
    }
    return !found.isEmpty() && TYPOGRAPHIC.indexOf(found.charAt(0)) >= 0
        ? "Write straight quotation marks: \"."
        : "Put texts in double quotation marks; true, false and null are written small.";
  }

  private FormMistake found(int offset, String expected, String hint) {
    return FormMistake.at(
        offset, "expected " + expected + ", but " + source.shown(offset) + ".", hint);
  }
}
