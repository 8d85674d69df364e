package dev.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.app.FirstLoginFile.Content;
import dev.pilothouse.model.Person;
import dev.pilothouse.model.PersonId;
import dev.pilothouse.model.Role;
import dev.pilothouse.model.Tenant;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Accounts;
import dev.pilothouse.spi.Automations;
import dev.pilothouse.spi.Publications;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Two processes that start at once in a new house, told by the one that came second.
class FirstStartTest {
  private static final Content WINNERS =
      new Content("main", "admin@localhost", "of-the-first", "A note.");

  @TempDir Path folder;
  private FirstLoginFile file = new FirstLoginFile(Path.of(""));

  @BeforeEach
  void place() {
    file = new FirstLoginFile(folder.resolve("deep/first-login.json"));
  }

  @Test
  void writesNothingOverWhatAnotherProcessWrote() {
    file.write(WINNERS);

    assertThat(file.write(new Content("main", "admin@localhost", "of-the-second", "")))
        .isEqualTo(WINNERS);
    assertThat(file.read()).contains(WINNERS);
    assertThat(folder.resolve("deep")).isDirectoryNotContaining("glob:**/first-login?*.json");
  }

  @Test
  void keepsTheSharedFileOfTheProcessThatMadeTheAccount() {
    file.write(WINNERS);

    start("of-the-first");

    assertThat(file.read()).contains(WINNERS);
  }

  @Test
  void forgetsAPasswordOfItsOwnThatIsNobodys() {
    start("of-another-host");

    assertThat(file.read()).isEmpty();
  }

  /// The account is made by another process, with this password.
  private void start(String password) {
    Accounts accounts =
        answering(
            Accounts.class,
            Map.of(
                "firstTenant",
                Optional.empty(),
                "createFirst",
                false,
                "login",
                Optional.of(new Accounts.Login(administrator(), password))));
    FirstExample example =
        new FirstExample(
            answering(Automations.class, Map.of()), answering(Publications.class, Map.of()));
    new FirstStart(accounts, new Plain(), file, example).run();
  }

  private static Person administrator() {
    Tenant tenant = new Tenant(TenantId.next(), "main");
    return new Person(
        PersonId.next(), tenant, "admin@localhost", "Administrator", Role.ADMIN, true);
  }

  private static <T> T answering(Class<T> door, Map<String, Object> answers) {
    return door.cast(
        Proxy.newProxyInstance(
            door.getClassLoader(),
            new Class<?>[] {door},
            (_, method, _) -> Objects.requireNonNull(answers.get(method.getName()))));
  }

  /// A password is its own hash.
  private static final class Plain implements PasswordEncoder {
    @Override
    public String encode(@Nullable CharSequence password) {
      return String.valueOf(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
      return String.valueOf(password).equals(encoded);
    }
  }
}
