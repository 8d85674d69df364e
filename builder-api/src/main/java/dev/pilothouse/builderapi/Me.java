package dev.pilothouse.builderapi;

import dev.pilothouse.model.Person;
import dev.pilothouse.spi.Company;

/// The signed-in person as the page sees them.
record Me(Tenant tenant, String email, String name, String role, boolean firstPassword) {
  /// @param settled nobody is led through the first steps any more
  record Tenant(String id, String name, boolean settled) {}

  static Me of(Person person, Company.Standing company) {
    return new Me(
        new Tenant(company.tenant().id().toString(), company.tenant().name(), company.settled()),
        person.email(),
        person.name(),
        person.role().text(),
        person.firstPassword());
  }
}
