package dev.pilothouse.chain;

import dev.pilothouse.chain.Shape.ListOf;
import dev.pilothouse.chain.Shape.Nullable;
import dev.pilothouse.chain.Shape.ObjectOf;
import dev.pilothouse.chain.Shape.Simple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Writes expressions that read data of known shapes, as authors do: mostly with care, sometimes
/// without, now and then with a slip.
final class RandomReader {
  private static final int DEEPEST = 3;

  private final Random random;
  private final Map<String, Shape> known;

  RandomReader(Random random, Map<String, Shape> known) {
    this.random = random;
    this.known = new LinkedHashMap<>(known);
  }

  RandomReader with(String name, Shape shape) {
    RandomReader more = new RandomReader(random, known);
    more.known.put(name, shape);
    return more;
  }

  /// Somewhere in what is known, read in one of the ways there are.
  private record Read(String text, Shape shape) {}

  private Read anywhere() {
    List<String> names = List.copyOf(known.keySet());
    String name = names.get(random.nextInt(names.size()));
    return within(new Read(name, known.getOrDefault(name, Simple.TEXT)), 0);
  }

  private Read within(Read at, int depth) {
    if (depth > DEEPEST || (depth > 0 && random.nextInt(5) == 0)) {
      return at;
    }
    return switch (at.shape()) {
      case ObjectOf object when !object.fields().isEmpty() ->
          within(field(at.text(), object), depth + 1);
      case ListOf(Shape items) when random.nextInt(3) == 0 ->
          within(new Read(at.text() + "[0]", items), depth + 1);
      case Nullable(Shape shape) -> new Read(notNull(at.text(), shape), shape);
      case ObjectOf _, ListOf _, Simple _ -> at;
    };
  }

  private String notNull(String text, Shape shape) {
    return random.nextInt(4) == 0
        ? text
        : "(%s != null ? %s : %s)".formatted(text, text, shape.otherwise());
  }

  private Read field(String object, ObjectOf shape) {
    List<Map.Entry<String, ObjectOf.Field>> fields = List.copyOf(shape.fields().entrySet());
    Map.Entry<String, ObjectOf.Field> picked = fields.get(random.nextInt(fields.size()));
    String name = picked.getKey();
    ObjectOf.Field field = picked.getValue();
    String written = random.nextInt(40) == 0 ? name + "x" : name;
    return new Read(field(object, written, field), field.shape());
  }

  private String field(String object, String name, ObjectOf.Field field) {
    if (field.required() || random.nextInt(6) == 0) {
      return random.nextBoolean() ? object + "." + name : object + "['" + name + "']";
    }
    String otherwise = field.shape().otherwise();
    return switch (random.nextInt(3)) {
      case 0 -> "%s.?%s.orValue(%s)".formatted(object, name, otherwise);
      case 1 -> "(has(%s.%s) ? %s.%s : %s)".formatted(object, name, object, name, otherwise);
      default -> "('%s' in %s ? %s.%s : %s)".formatted(name, object, object, name, otherwise);
    };
  }

  private String reading(Simple kind) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < 12 && found.isEmpty(); i++) {
      Read read = anywhere();
      if (read.shape() == kind) {
        found.add(read.text());
      }
    }
    return found.isEmpty() ? kind.otherwise() : found.getFirst();
  }

  String text(int depth) {
    return switch (random.nextInt(depth > DEEPEST ? 3 : 10)) {
      case 0, 1, 2 -> reading(Simple.TEXT);
      case 3 -> "'words'";
      case 4 -> text(depth + 1) + " + " + text(depth + 1);
      case 5 -> "string(" + number(depth + 1) + ")";
      case 6 ->
          "(" + condition(depth + 1) + " ? " + text(depth + 1) + " : " + text(depth + 1) + ")";
      case 7 -> text(depth + 1) + ".upperAscii()";
      case 8 -> slip(Simple.TEXT, depth);
      default -> overList(depth, "%s.map(it, %s).join('-')");
    };
  }

  String number(int depth) {
    return switch (random.nextInt(depth > DEEPEST ? 3 : 11)) {
      case 0, 1 -> reading(Simple.NUMBER);
      case 2 -> reading(Simple.WHOLE);
      case 3 -> "2.5";
      case 4 -> number(depth + 1) + " + " + number(depth + 1);
      case 5 -> "-" + reading(Simple.NUMBER);
      case 6 -> number(depth + 1) + " * " + number(depth + 1);
      case 7 -> "size(" + text(depth + 1) + ")";
      case 8 -> "math.greatest(" + number(depth + 1) + ", " + number(depth + 1) + ")";
      case 9 -> slip(Simple.NUMBER, depth);
      default -> overList(depth, "%s.filter(it, size(%s) > 0).size()");
    };
  }

  String condition(int depth) {
    return switch (random.nextInt(depth > DEEPEST ? 2 : 10)) {
      case 0 -> reading(Simple.YES_NO);
      case 1 -> number(depth + 1) + " > 1";
      case 2 -> text(depth + 1) + " == " + text(depth + 1);
      case 3 -> "(" + condition(depth + 1) + " && " + condition(depth + 1) + ")";
      case 4 -> "(" + condition(depth + 1) + " || " + condition(depth + 1) + ")";
      case 5 -> "!" + reading(Simple.YES_NO);
      case 6 -> text(depth + 1) + ".contains(" + text(depth + 1) + ")";
      case 7 -> slip(Simple.YES_NO, depth);
      case 8 -> guarded();
      default -> overList(depth, "%s.exists(it, size(%s) > 3)");
    };
  }

  /// A field that is asked for before it is read.
  private String guarded() {
    String object = "event.data";
    return known.get(object) instanceof ObjectOf shape && shape.fields().containsKey("paid")
        ? "(has(" + object + ".paid) && " + object + ".paid == true)"
        : "true";
  }

  /// Now and then another kind than is wanted.
  private String slip(Simple wanted, int depth) {
    if (random.nextInt(4) > 0) {
      return reading(wanted);
    }
    return switch (wanted) {
      case TEXT -> number(depth + 1);
      case NUMBER, WHOLE -> text(depth + 1);
      case YES_NO -> anywhere().text();
    };
  }

  /// @param form with the list, and a text of each item
  private String overList(int depth, String form) {
    Read list = new Read("['a']", new ListOf(Simple.TEXT));
    for (int i = 0; i < 12; i++) {
      Read read = anywhere();
      list = read.shape() instanceof ListOf ? read : list;
    }
    Shape item = ((ListOf) list.shape()).items();
    return form.formatted(list.text(), with("it", item).text(depth + 1));
  }
}
