package dev.pilothouse.chain;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/// What a text must look like, beyond being one. Asked when an expression is checked, of texts that
/// are written there, and again when it is worked out, of those that come from an event.
///
/// @param expected for messages: "a zone such as 'UTC'"
/// @param names that fit, to find the near one
record Form(Predicate<String> fits, String expected, Collection<String> names) {
  static final Form ANY = of(_ -> true, "a text");

  static Form of(Predicate<String> fits, String expected) {
    return new Form(fits, expected, List.of());
  }

  Form among(Collection<String> all) {
    return new Form(fits, expected, all);
  }
}
