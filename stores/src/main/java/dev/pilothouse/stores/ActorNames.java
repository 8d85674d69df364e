package dev.pilothouse.stores;

/// What people call an actor, in SQL: the name of the person or of the key.
final class ActorNames {
  private ActorNames() {}

  /// Of the actor in this column, as `<column>_name`.
  static String of(String alias, String column) {
    return """
    coalesce(
      (select w.name from person w where w.id = case when %1$s like 'person/%%' then substr(%1$s, 8)::uuid end),
      (select w.name from api_key w where w.id = case when %1$s like 'key/%%' then substr(%1$s, 5)::uuid end),
      %1$s) %2$s_name\
    """
        .formatted(alias + "." + column, column);
  }
}
