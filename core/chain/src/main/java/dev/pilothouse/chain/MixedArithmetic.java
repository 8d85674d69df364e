package dev.pilothouse.chain;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.Operator;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Whole numbers and others reckoned together, which CEL refuses: in JSON `12000` and `12000.0` are
/// one amount, and which of them a sender writes is nothing an author could know. Two whole numbers
/// stay with CEL, which gives a whole number.
final class MixedArithmetic {
  private static final List<MixedArithmetic> ALL =
      List.of(
          new MixedArithmetic(Operator.ADD, "add", Double::sum, false),
          new MixedArithmetic(Operator.SUBTRACT, "subtract", (x, y) -> x - y, false),
          new MixedArithmetic(Operator.MULTIPLY, "multiply", (x, y) -> x * y, false),
          new MixedArithmetic(Operator.DIVIDE, "divide", (x, y) -> x / y, false),
          new MixedArithmetic(Operator.MODULO, "modulo", (x, y) -> x % y, true));

  private final Operator operator;
  private final String word;
  private final CelFunctionOverload.Binary<Double, Double> reckon;
  private final boolean alsoOfDoubles;

  /// @param alsoOfDoubles CEL itself knows this operator for whole numbers only
  private MixedArithmetic(
      Operator operator,
      String word,
      CelFunctionOverload.Binary<Double, Double> reckon,
      boolean alsoOfDoubles) {
    this.operator = operator;
    this.word = word;
    this.reckon = reckon;
    this.alsoOfDoubles = alsoOfDoubles;
  }

  static List<CelFunctionDecl> declarations() {
    return ALL.stream().map(MixedArithmetic::declaration).toList();
  }

  static List<CelFunctionBinding> bindings() {
    return ALL.stream().map(MixedArithmetic::binding).flatMap(Collection::stream).toList();
  }

  private CelFunctionDecl declaration() {
    CelFunctionDecl.Builder declaration =
        CelFunctionDecl.newBuilder()
            .setName(operator.getFunction())
            .addOverloads(
                overload("int64_double", SimpleType.INT, SimpleType.DOUBLE),
                overload("double_int64", SimpleType.DOUBLE, SimpleType.INT));
    return alsoOfDoubles
        ? declaration
            .addOverloads(overload("double_double", SimpleType.DOUBLE, SimpleType.DOUBLE))
            .build()
        : declaration.build();
  }

  private CelOverloadDecl overload(String kinds, CelType left, CelType right) {
    return CelOverloadDecl.newGlobalOverload(
        word + "_" + kinds, SimpleType.DOUBLE, List.of(left, right));
  }

  private Set<CelFunctionBinding> binding() {
    CelFunctionBinding wholeFirst = bound("int64_double", Long.class, Double.class);
    CelFunctionBinding wholeLast = bound("double_int64", Double.class, Long.class);
    return alsoOfDoubles
        ? grouped(wholeFirst, wholeLast, bound("double_double", Double.class, Double.class))
        : grouped(wholeFirst, wholeLast);
  }

  private <L extends Number, R extends Number> CelFunctionBinding bound(
      String kinds, Class<L> left, Class<R> right) {
    return CelFunctionBinding.from(
        word + "_" + kinds, left, right, (x, y) -> reckon.apply(x.doubleValue(), y.doubleValue()));
  }

  private Set<CelFunctionBinding> grouped(CelFunctionBinding... bindings) {
    return CelFunctionBinding.fromOverloads(operator.getFunction(), bindings);
  }
}
