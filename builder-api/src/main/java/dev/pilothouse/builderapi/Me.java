package dev.pilothouse.builderapi;

import dev.pilothouse.model.Person;

/// The signed-in person as the page sees them.
record Me(Company tenant, String email, String name, String role, boolean firstPassword) {
  record Company(String id, String name) {}

  static Me of(Person person) {
    return new Me(
        new Company(person.tenant().id().toString(), person.tenant().name()),
        person.email(),
        person.name(),
        person.role().text(),
        person.firstPassword());
  }
}
