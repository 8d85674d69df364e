package dev.pilothouse.model;

/// Who asks: every request is made by a person with a session or by a program with a key.
public sealed interface Caller {
  TenantId tenant();

  Role role();

  /// Short and without secrets, for journal entries and logs.
  String actor();

  record SignedIn(Person person) implements Caller {
    @Override
    public TenantId tenant() {
      return person.tenant().id();
    }

    @Override
    public Role role() {
      return person.role();
    }

    @Override
    public String actor() {
      return "person/" + person.id().value();
    }
  }

  record Program(KeyId key, TenantId tenant, Role role) implements Caller {
    @Override
    public String actor() {
      return "key/" + key.value();
    }
  }
}
