package dev.pilothouse.chain;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/// What the parser of YAML complains about, put so that a person who is no programmer knows what to
/// do; and what it takes without a word, but a definition may not have.
final class YamlMistakes {
  /// What one of the parser's complaints has in it, and what we say instead, given where its part
  /// of the text begins and where it came to a halt.
  private record Said(String sign, BiFunction<Integer, Integer, FormMistake> inWords) {}

  private final SourceText source;
  private final YamlLines lines;

  /// The first whose sign is found counts.
  private final List<Said> all =
      List.of(
          new Said("(TAB)", (_, at) -> tab(at)),
          new Said("cannot start any token", (_, at) -> oddBeginning(at)),
          new Said("scanning a directive", (from, _) -> directive(from)),
          new Said("scanning a tag", (from, _) -> beginning(from)),
          new Said("undefined tag handle", (_, at) -> beginning(at)),
          new Said("scanning an a", (from, _) -> beginning(from)),
          new Said("unknown escape", (_, at) -> oddEscape(at)),
          new Said("escape sequence", (_, at) -> oddEscape(at)),
          new Said("unexpected end of stream", (from, _) -> openText(from)),
          new Said("document separator", (_, at) -> dashesInText(at)),
          new Said("leading empty lines", (_, at) -> unevenBlock(at)),
          new Said("scanning a block scalar", (from, at) -> blockHeader(from, at)),
          new Said("could not find expected ':'", (from, _) -> noColon(from)),
          new Said("values are not allowed", (_, at) -> oddColon(at)),
          new Said("keys are not allowed", (_, at) -> beginning(at)),
          new Said("entries are not allowed", (_, at) -> listInLine(at)),
          new Said("node content", (_, at) -> beginning(at)),
          new Said("flow", this::openBracket),
          new Said("<block end>", (_, at) -> strange(at)),
          new Said("<document start>", (_, at) -> strange(at)));

  YamlMistakes(SourceText source) {
    this.source = source;
    this.lines = new YamlLines(source);
  }

  FormMistake of(RuntimeException malformed) {
    return switch (malformed) {
      case MarkedYamlEngineException marked -> inWords(marked);
      case ReaderException hidden -> hidden(source.offsetOf(hidden.getPosition()));
      default ->
          FormMistake.at(
              0,
              "expected YAML, but this text cannot be read (" + malformed.getMessage() + ").",
              "Write it in a simpler form, or as JSON.");
    };
  }

  private FormMistake inWords(MarkedYamlEngineException marked) {
    String message = marked.getContext() + " " + marked.getProblem();
    int at = offset(marked.getProblemMark()).orElse(0);
    int from = offset(marked.getContextMark()).orElse(at);
    return all.stream()
        .filter(said -> message.contains(said.sign))
        .findFirst()
        .map(said -> said.inWords.apply(from, at))
        .orElseGet(() -> found(at, "YAML", "Mend the text at this place."));
  }

  private Optional<Integer> offset(Optional<Mark> mark) {
    return mark.map(Mark::getIndex).map(source::offsetOf);
  }

  FormMistake nothing() {
    return FormMistake.at(
        0,
        "expected a definition, but there is nothing to read.",
        "Begin with 'name: ...', 'on: ...' and 'steps: ...'.");
  }

  FormMistake second(Span dashes) {
    return new FormMistake(
        dashes,
        "expected one definition, but a second one begins here.",
        "Take the '---' out, or send the two one after the other.");
  }

  FormMistake oldVersion(Span directive) {
    return new FormMistake(
        directive,
        "expected YAML 1.2, but the text says it is older: words such as 'on' and 'no' are texts here.",
        "Take the line that begins with '%YAML' out.");
  }

  FormMistake tag(Span value) {
    return beginning(value.from());
  }

  /// A name for a value, or a reference to one.
  FormMistake anchor(Span value) {
    FormMistake beginning = beginning(value.from());
    return new FormMistake(
        beginning.span(),
        beginning.message(),
        beginning.hint() + " If a value is needed in several places, write it out in each.");
  }

  FormMistake noKey(Span key) {
    if (source.text().startsWith("{", key.from())) {
      return new FormMistake(
          key,
          "expected a value in quotation marks, but found two braces.",
          "Write an expression like \"${event.subject}\".");
    }
    return source.text().startsWith("<<", key.from())
        ? new FormMistake(
            key,
            "expected a key, but found '<<', which takes keys over from elsewhere.",
            "Write the keys out.")
        : found(
            key.from(),
            "a key and ':' behind it",
            "Write key: value; a key in quotation marks may hold anything.");
  }

  /// A text ends where ' #' stands in it. Comments have a space behind the '#', so that what has
  /// none was most likely meant as part of the text.
  Optional<FormMistake> lostInComment(Span value) {
    int at = lines.pastBlanks(value.to());
    return at > value.to() && lines.isSuspiciousComment(at)
        ? Optional.of(
            new FormMistake(
                new Span(at, source.endOfLine(at)),
                "expected a space behind '#', with which a comment begins: what follows is no part of the text.",
                "If it belongs to the text, put the whole of it in quotation marks"
                    + lines.example(at)
                    + "."))
        : Optional.empty();
  }

  private FormMistake directive(int at) {
    return FormMistake.at(
        at,
        "expected a key, but found '%', which begins an instruction to the reader of YAML.",
        "Take the line out, or put a key that begins with '%' in quotation marks.");
  }

  private FormMistake tab(int at) {
    return FormMistake.at(
        at,
        "expected spaces at the beginning of the line, but found a tab.",
        "Indent with spaces, two for each level.");
  }

  private FormMistake hidden(int at) {
    return found(at, "characters that can be seen", "Take it out.");
  }

  /// A character with a meaning of its own begins a text without quotation marks.
  private FormMistake beginning(int found) {
    int at = lines.oddBeginning(found);
    return found(
        at,
        "a value",
        "A text that begins with it needs quotation marks" + lines.example(at) + ".");
  }

  private FormMistake oddBeginning(int at) {
    return beginning(at);
  }

  private FormMistake oddEscape(int at) {
    return found(
        at,
        "an escape such as \\n or \\\" behind '\\'",
        "Write a backslash twice if it is meant as one, or put the text in single quotation marks.");
  }

  private FormMistake openText(int from) {
    return FormMistake.at(
        from,
        "expected a quotation mark that closes this text, but the definition ends before it.",
        "Put " + sign(from) + " where the text ends.");
  }

  private FormMistake dashesInText(int at) {
    return FormMistake.at(
        at,
        "expected a quotation mark that closes the text above, but found a line that ends the definition.",
        "Indent the lines of the text.");
  }

  private FormMistake unevenBlock(int at) {
    return FormMistake.at(
        at,
        "expected the first line of the text to stand as far right as the empty lines above it.",
        "Take the spaces out of the empty lines.");
  }

  private FormMistake blockHeader(int from, int at) {
    return found(
        at,
        "the text below the '" + sign(from) + "', on lines of its own",
        "If '"
            + sign(from)
            + "' belongs to the text, put the whole of it in quotation marks: "
            + YamlQuotes.around(source.restOfLine(from))
            + ".");
  }

  private FormMistake noColon(int key) {
    return new FormMistake(
        new Span(key, source.endOfLine(key)),
        "expected 'key: value', but found '" + Shown.shortened(source.restOfLine(key)) + "'.",
        lines.lacksSpace(key)
            ? "Put a space behind the ':'."
            : "Write ':' and a space behind the key; a line that goes on with the text above stands further right.");
  }

  private FormMistake oddColon(int at) {
    if (lines.isWithinText(at)) {
      return FormMistake.at(
          at,
          "expected the text to go on without ': ', which only stands behind a key.",
          "Put the whole text in quotation marks" + lines.example(at) + ".");
    }
    int above = lines.above(at);
    return lines.lacksSpace(above)
        ? noColon(above)
        : new FormMistake(
            new Span(lines.firstOf(at), at),
            "expected this line to stand no further right than line "
                + source.lineOf(above)
                + ", since nothing can stand below a text.",
            "Begin both in the same column.");
  }

  private FormMistake listInLine(int at) {
    return FormMistake.at(
        at,
        "expected a list to begin on a line of its own, but found '-' behind a key.",
        "Put it on the next line, or put a text that begins with '-' in quotation marks"
            + lines.example(at)
            + ".");
  }

  private FormMistake openBracket(int from, int at) {
    if (lines.isBareExpression(at)) {
      return new FormMistake(
          lines.bareExpression(at),
          "expected quotation marks around an expression within { } or [ ].",
          "Write \"" + lines.words(lines.bareExpression(at)) + "\".");
    }
    String bracket = sign(from).equals("[") ? "]" : "}";
    String around = "the bracket '" + sign(from) + "' in line " + source.lineOf(from);
    return found(
        lines.isBlankBefore(at) ? at : lines.firstOfOtherLine(from, at),
        "',' or '" + bracket + "' for " + around,
        "Close it, or put a comma between two values; texts with brackets need quotation marks.");
  }

  /// Something follows that belongs to nothing before it.
  private FormMistake strange(int at) {
    if (lines.isBlankBefore(at)) {
      return lines.isDirective(at) ? directive(lines.above(at)) : misplaced(at);
    }
    return lines.followsQuotation(at)
        ? found(
            at,
            "the text to end with its quotation mark",
            "Put the whole of it in quotation marks" + lines.example(at) + ".")
        : found(at, "the end of the line", "Take it out, or put the text in quotation marks.");
  }

  private FormMistake misplaced(int at) {
    return new FormMistake(
        new Span(at, source.endOfLine(at)),
        "expected a line in the column of those it belongs to, but '"
            + Shown.shortened(source.restOfLine(at))
            + "' does not go on with what stands above it.",
        lines.neighbours(at));
  }

  /// The one character that stands there.
  private String sign(int at) {
    return source.text().substring(at, Math.min(at + 1, source.length()));
  }

  private FormMistake found(int at, String expected, String hint) {
    return FormMistake.at(at, "expected " + expected + ", but " + source.shown(at) + ".", hint);
  }
}
