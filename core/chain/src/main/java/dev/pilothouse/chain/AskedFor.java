package dev.pilothouse.chain;

import dev.cel.common.ast.CelExpr;
import dev.pilothouse.chain.ValueType.ObjectOf;
import dev.pilothouse.chain.ValueType.Property;
import java.util.Optional;

/// Whether what is asked for by `.?` is certainly there.
final class AskedFor {
  private AskedFor() {}

  static boolean isCertain(CelExpr maybe, TypeScope scope) {
    return AccessPath.ofAskedFor(maybe)
        .map(path -> path.keys().isEmpty() ? isOfMacro(path) : isCertain(path, scope))
        .orElse(false);
  }

  /// `optMap` and `optFlatMap` ask before they take the value, under a name that nobody can write.
  private static boolean isOfMacro(AccessPath path) {
    return path.variable().startsWith("@");
  }

  private static boolean isCertain(AccessPath path, TypeScope scope) {
    Optional<ValueType> type = scope.find(path.variable());
    for (String key : path.keys()) {
      type = type.flatMap(of -> required(of, key));
    }
    return type.isPresent();
  }

  private static Optional<ValueType> required(ValueType type, String key) {
    return type instanceof ObjectOf object
        ? object.property(key).filter(Property::required).map(Property::type)
        : Optional.empty();
  }
}
