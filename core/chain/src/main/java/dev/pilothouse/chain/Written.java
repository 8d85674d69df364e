package dev.pilothouse.chain;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A part of an expression as its author wrote it, for messages and hints. What is long or made of
/// operators is shown as `…`.
record Written(String text) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final String LEFT_OUT = "…";
  private static final int LONGEST = 60;

  static Written of(CelExpr expression) {
    return new Written(text(expression).filter(text -> text.length() <= LONGEST).orElse(LEFT_OUT));
  }

  private static Optional<String> text(CelExpr expression) {
    return switch (expression.getKind()) {
      case CONSTANT -> Optional.of(constant(expression.constant()));
      case IDENT -> Optional.of(expression.ident().name()).filter(name -> !name.startsWith("@"));
      case SELECT ->
          text(expression.select().operand())
              .filter(_ -> !expression.select().testOnly())
              .map(operand -> field(operand, expression.select().field()));
      case CALL -> call(expression.call());
      case LIST, MAP, STRUCT, COMPREHENSION, NOT_SET -> Optional.empty();
    };
  }

  private static String constant(CelConstant constant) {
    return switch (constant.getKind()) {
      case STRING_VALUE -> "'" + constant.stringValue() + "'";
      case INT64_VALUE -> Long.toString(constant.int64Value());
      case DOUBLE_VALUE -> Double.toString(constant.doubleValue());
      case BOOLEAN_VALUE -> Boolean.toString(constant.booleanValue());
      case NULL_VALUE -> "null";
      case UINT64_VALUE, BYTES_VALUE, DURATION_VALUE, TIMESTAMP_VALUE, NOT_SET -> LEFT_OUT;
    };
  }

  private static Optional<String> call(CelExpr.CelCall call) {
    return switch (call.function()) {
      case AccessPath.INDEX -> between(call.args(), "[", "]");
      case AccessPath.INDEX_IF_THERE -> between(call.args(), "[?", "]");
      case AccessPath.SELECT_IF_THERE ->
          text(call.args().getFirst())
              .flatMap(operand ->
                  AccessPath.text(call.args().getLast()).map(name -> operand + ".?" + name));
      default -> named(call);
    };
  }

  private static Optional<String> between(List<CelExpr> args, String open, String close) {
    return text(args.getFirst())
        .flatMap(operand -> text(args.getLast()).map(key -> operand + open + key + close));
  }

  private static Optional<String> named(CelExpr.CelCall call) {
    if (!NAME.matcher(call.function().replace(".", "")).matches()
        || call.function().startsWith("_")) {
      return Optional.empty();
    }
    String args =
        call.args().stream()
            .map(arg -> text(arg).orElse(LEFT_OUT))
            .collect(Collectors.joining(", ", "(", ")"));
    return call.target().isPresent()
        ? text(call.target().get()).map(target -> target + "." + call.function() + args)
        : Optional.of(call.function() + args);
  }

  boolean isComplete() {
    return !text.contains(LEFT_OUT);
  }

  /// In quotation marks and brackets behind what is said of it; nothing where it cannot be shown.
  String inBrackets() {
    return isComplete() ? " (" + CelMistakes.quoted(text) + ")" : "";
  }

  String field(String name) {
    return field(text, name);
  }

  private static String field(String object, String name) {
    return object + (isPlain(name) ? "." + name : "[\"" + name + "\"]");
  }

  String fieldIfThere(String name) {
    return text + (isPlain(name) ? ".?" + name : "[?\"" + name + "\"]");
  }

  /// Whether the field is there.
  String question(String name) {
    return isPlain(name) ? "has(" + field(name) + ")" : "\"" + name + "\" in " + text;
  }

  private static boolean isPlain(String name) {
    return NAME.matcher(name).matches();
  }
}
