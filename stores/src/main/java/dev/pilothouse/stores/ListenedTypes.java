package dev.pilothouse.stores;

/// Which types of events a definition listens to, as far as a database can tell: it may say yes too
/// often, and never no.
final class ListenedTypes {
  private ListenedTypes() {}

  /// The triggers of a definition, each as `t`.
  static String triggers(String definition) {
    return "jsonb_array_elements(case jsonb_typeof(%1$s -> 'on') when 'array' then %1$s -> 'on' else '[]' end) t"
        .formatted(definition);
  }

  /// Whether a pattern fits an event. `*` is for what came from outside.
  static String fits(String pattern, String type, String outside) {
    return "(%1$s = %2$s or %1$s like '%%*' and starts_with(%2$s, left(%1$s, -1)) and (%1$s <> '*' or %3$s))"
        .formatted(pattern, type, outside);
  }
}
