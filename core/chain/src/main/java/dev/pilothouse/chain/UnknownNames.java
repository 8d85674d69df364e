package dev.pilothouse.chain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Names in an expression that stand for nothing. CEL complains of `text` and of `titel` where the
/// author wrote `text.titel(name)`: to them that is one name.
final class UnknownNames {
  private static final List<String> NAMES =
      Stream.concat(
              Names.IN_EXPRESSIONS.stream(), Functions.all().stream().map(ExpressionFunction::name))
          .distinct()
          .toList();

  private static final Set<String> FAMILIES =
      Functions.all().stream()
          .map(ExpressionFunction::family)
          .filter(family -> !family.isEmpty())
          .collect(Collectors.toUnmodifiableSet());

  private final String text;
  private final Set<Integer> places;
  private final Set<String> locals;
  private final Set<Integer> beginnings;

  /// @param places where CEL has found something it does not know
  /// @param locals what is known at this place of the definition and not elsewhere
  UnknownNames(String text, Set<Integer> places, Set<String> locals) {
    this.text = text;
    this.places = places;
    this.locals = locals;
    this.beginnings =
        places.stream()
            .flatMap(place -> called(place).stream())
            .filter(call -> call.text().contains("."))
            .map(Name::offset)
            .collect(Collectors.toUnmodifiableSet());
  }

  record Name(int offset, String text) {}

  /// Of a call CEL names the last word, and the bracket behind it as the place.
  Name at(int offset, String word) {
    return called(offset).map(call -> whole(call, word)).orElse(new Name(offset, word));
  }

  /// Whether the name that begins here goes on, and CEL complains of the whole, too.
  boolean isToldBehind(int offset) {
    return beginnings.contains(offset);
  }

  /// Where its beginning is known, `event.data.titel()`, only the last word is not.
  private Name whole(Name call, String word) {
    return places.contains(call.offset()) || FAMILIES.contains(call.text().split("\\.", 2)[0])
        ? call
        : new Name(call.offset() + call.text().length() - word.length(), word);
  }

  /// The words that stand before this bracket.
  private Optional<Name> called(int bracket) {
    if (bracket >= text.length() || text.charAt(bracket) != '(') {
      return Optional.empty();
    }
    int end = text.substring(0, bracket).stripTrailing().length();
    int begin = end;
    while (begin > 0 && isOfName(text.charAt(begin - 1))) {
      begin--;
    }
    return begin < end && Character.isLetter(text.charAt(begin))
        ? Optional.of(new Name(begin, text.substring(begin, end)))
        : Optional.empty();
  }

  private static boolean isOfName(char letter) {
    return Character.isLetterOrDigit(letter) || letter == '_' || letter == '.';
  }

  String hint(String name) {
    return signature(name)
        .or(() -> near(name))
        .or(() -> inSomeFamily(name))
        .orElse(
            "An expression begins with 'event' or 'steps', such as event.data.amount; put texts in quotation marks.");
  }

  /// How a function that is known is called.
  static Optional<String> signature(String name) {
    String forms =
        Functions.all().stream()
            .filter(function -> function.name().equals(name))
            .map(ExpressionFunction::signature)
            .distinct()
            .collect(Collectors.joining(" or "));
    return forms.isEmpty() ? Optional.empty() : Optional.of("Write " + forms + ".");
  }

  private Optional<String> near(String name) {
    return NearName.of(name, Stream.concat(locals.stream(), NAMES.stream()).toList())
        .map(near -> "Did you mean '" + near + "'?");
  }

  /// `title(name)` and `name.title()` for `text.title(name)`.
  private static Optional<String> inSomeFamily(String name) {
    String alone = name.substring(name.lastIndexOf('.') + 1);
    return Functions.all().stream()
        .filter(function -> function.name().endsWith("." + alone))
        .map(function -> "Did you mean " + function.signature() + "?")
        .findFirst();
  }
}
