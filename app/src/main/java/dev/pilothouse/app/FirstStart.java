package dev.pilothouse.app;

import dev.pilothouse.model.Person;
import dev.pilothouse.model.PersonId;
import dev.pilothouse.model.Role;
import dev.pilothouse.model.Tenant;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Accounts;
import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Makes the first tenant and its administrator in an empty database. The password is written down
/// before the account exists, so that no crash leaves an account that nobody can enter.
final class FirstStart {
  private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
  private static final String EMAIL = "admin@localhost";

  /// Letters and digits that are not mistaken for one another when read from a screen.
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int PASSWORD_LENGTH = 20;

  private final Accounts accounts;
  private final PasswordEncoder passwords;
  private final FirstLoginFile file;
  private final FirstExample example;

  FirstStart(
      Accounts accounts, PasswordEncoder passwords, FirstLoginFile file, FirstExample example) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.file = file;
    this.example = example;
  }

  void run() {
    if (accounts.firstTenant().isPresent()) {
      return;
    }
    FirstLoginFile.Content login = file.read().orElseGet(this::written);
    Tenant tenant = new Tenant(TenantId.next(), login.tenant());
    Person administrator =
        new Person(PersonId.next(), tenant, login.email(), "Administrator", Role.ADMIN, true);
    String hash = String.valueOf(passwords.encode(login.password()));
    if (accounts.createFirst(tenant, administrator, hash)) {
      LOG.info("Made the first tenant and its administrator {}", login.email());
      example.publish(tenant.id());
    } else if (!isOfTheAccount(login)) {
      file.forget();
    }
  }

  /// Whoever was first may share the file, and then it holds the only password there is.
  private boolean isOfTheAccount(FirstLoginFile.Content login) {
    return accounts
        .login(login.email())
        .filter(made -> passwords.matches(login.password(), made.passwordHash()))
        .isPresent();
  }

  private FirstLoginFile.Content written() {
    return file.write(
        new FirstLoginFile.Content(
            "main", EMAIL, password(), "Deleted as soon as this password is changed."));
  }

  private static String password() {
    SecureRandom random = new SecureRandom();
    return random
        .ints(PASSWORD_LENGTH, 0, ALPHABET.length())
        .mapToObj(index -> ALPHABET.substring(index, index + 1))
        .reduce("", String::concat);
  }
}
