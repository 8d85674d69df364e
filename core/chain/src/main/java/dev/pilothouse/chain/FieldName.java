package dev.pilothouse.chain;

import dev.cel.common.ast.CelExpr;
import dev.pilothouse.chain.ValueType.ListOf;
import dev.pilothouse.chain.ValueType.Maybe;
import dev.pilothouse.chain.ValueType.ObjectOf;
import dev.pilothouse.chain.ValueType.OneOf;
import dev.pilothouse.chain.ValueType.Others;
import dev.pilothouse.chain.ValueType.Simple;
import java.util.Optional;
import java.util.stream.Collectors;

/// A field as an expression names it, and what is said where it cannot be read.
///
/// @param object that it is to be a field of, as it is written
/// @param isStep whether it is the id of a step
/// @param isThere for certain, whatever its type says
record FieldName(Written object, String name, boolean isStep, boolean isThere) {
  private static final int MOST_SHOWN = 15;

  static FieldName of(CelExpr object, String name, TypeScope scope) {
    Optional<AccessPath> path = AccessPath.of(object);
    return new FieldName(
        Written.of(object),
        name,
        path.filter(it -> it.isOf("steps", 0)).isPresent(),
        path.map(it -> it.then(name)).filter(scope::knows).isPresent());
  }

  Complaint noSuch(ObjectOf object, boolean certain) {
    return Complaint.of(
        certain,
        "expected a field of " + owner() + ", but there is no '" + name + "'",
        near(object).orElseGet(() -> fieldsOf(object)));
  }

  private Optional<String> near(ObjectOf of) {
    return NearName.of(name, of.properties().keySet())
        .map(near -> "Did you mean '" + (object.isComplete() ? object.field(near) : near) + "'?");
  }

  private String fieldsOf(ObjectOf of) {
    String known =
        of.properties().keySet().stream().limit(MOST_SHOWN).collect(Collectors.joining(", "));
    String all = known.isEmpty() ? "It has no fields." : "There are: " + known + more(of) + ".";
    return of.others() instanceof Others.Strays
        ? all + " What a sender adds beside is read as " + object.fieldIfThere(name) + "."
        : all;
  }

  private static String more(ObjectOf of) {
    return of.properties().size() > MOST_SHOWN ? ", …" : "";
  }

  Complaint noFields(ValueType odd, boolean certain) {
    return Complaint.of(
        certain,
        "expected an object to read '"
            + name
            + "' of, but "
            + owner()
            + (certain ? " is " : " may be ")
            + odd.words(),
        odd == Simple.NOTHING && !certain
            ? "Ask first: " + object.text() + " != null."
            : "Leave out '." + name + "', or read it of something else.");
  }

  Complaint mayBeMissing(ValueType type, ObjectOf of) {
    return isStep ? stepMayBeMissing() : fieldMayBeMissing(type, of);
  }

  private Complaint stepMayBeMissing() {
    return Complaint.of(
        false,
        "expected the output of step '" + name + "', but it may have none here",
        "Its branch may not be taken. Ask first: " + object.question(name) + ".");
  }

  private Complaint fieldMayBeMissing(ValueType type, ObjectOf of) {
    return Complaint.of(
        false,
        "expected '" + called() + "' to be there always, but it may be missing",
        (of.property(name).isPresent() ? "" : near(of).map(near -> near + " ").orElse(""))
            + "Give a default, "
            + object.fieldIfThere(name)
            + ".orValue("
            + defaultOf(type)
            + "), or ask first: "
            + object.question(name)
            + ".");
  }

  private String called() {
    return object.isComplete() ? object.field(name) : name;
  }

  private String owner() {
    return object.isComplete() ? "'" + object.text() + "'" : "what is worked out there";
  }

  private static String defaultOf(ValueType type) {
    return switch (type.kinds().isEmpty() ? Simple.ANY : type.kinds().getFirst()) {
      case ListOf _ -> "[]";
      case ObjectOf _ -> "{}";
      case Simple simple -> defaultOf(simple);
      case Maybe _, OneOf _ -> "…";
    };
  }

  private static String defaultOf(Simple simple) {
    return switch (simple) {
      case TEXT -> "''";
      case WHOLE, DECIMAL, UNSIGNED -> "0";
      case YES_NO -> "false";
      case TIME, DURATION, BYTES, NOTHING, TYPE, ANY -> "…";
    };
  }
}
