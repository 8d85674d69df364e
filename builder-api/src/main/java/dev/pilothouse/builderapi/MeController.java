package dev.pilothouse.builderapi;

import dev.pilothouse.builderapi.RefusedException.Fault;
import dev.pilothouse.model.Caller;
import dev.pilothouse.model.Person;
import dev.pilothouse.spi.Accounts;
import dev.pilothouse.spi.Company;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What a person does with their own account.
@RestController
@RequestMapping("/v1/me")
final class MeController {
  private static final int SHORTEST_PASSWORD = 12;
  private static final int LONGEST_PASSWORD = 200;

  record NewPassword(@Nullable String current, @Nullable String next) {}

  private final Accounts accounts;
  private final Company company;
  private final PasswordEncoder passwords;
  private final SignInThrottle throttle;
  private final FirstLogin firstLogin;

  MeController(
      Accounts accounts,
      Company company,
      PasswordEncoder passwords,
      SignInThrottle throttle,
      FirstLogin firstLogin) {
    this.accounts = accounts;
    this.company = company;
    this.passwords = passwords;
    this.throttle = throttle;
    this.firstLogin = firstLogin;
  }

  @GetMapping
  Me me(@AuthenticationPrincipal Caller caller) {
    return Me.of(person(caller), company.of(caller.tenant()));
  }

  @PostMapping("/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changePassword(CallerAuthentication caller, @RequestBody NewPassword wanted) {
    Person person = person(caller.getPrincipal());
    String current = Optional.ofNullable(wanted.current()).orElse("");
    String next = Optional.ofNullable(wanted.next()).orElse("");
    requireFit(next, current);
    requireCurrent(person, current);
    accounts.changePassword(
        person.tenant().id(),
        person.id(),
        String.valueOf(passwords.encode(next)),
        caller.getCredentials());
    if (person.firstPassword()) {
      firstLogin.forget();
    }
  }

  /// Whoever found a session open shall not guess here what they could not guess at the door; and
  /// who guesses at the door shall not keep its owner from another password.
  private void requireCurrent(Person person, String password) {
    String owner = "signed in/" + person.id();
    throttle.requireRoom(owner);
    boolean right =
        accounts
            .login(person.email())
            .filter(login -> passwords.matches(password, login.passwordHash()))
            .isPresent();
    if (!right) {
      throw RefusedException.because(HttpStatus.FORBIDDEN, "The current password is not right.");
    }
    throttle.succeeded(owner);
  }

  private static void requireFit(String next, String current) {
    if (next.length() < SHORTEST_PASSWORD || next.length() > LONGEST_PASSWORD) {
      throw unfit(
          "Expected "
              + SHORTEST_PASSWORD
              + " to "
              + LONGEST_PASSWORD
              + " characters, but found "
              + next.length()
              + ".");
    }
    if (next.equals(current)) {
      throw unfit("Expected another password than the current one.");
    }
  }

  private static RefusedException unfit(String message) {
    return RefusedException.with(
        "The new password does not fit.", List.of(new Fault("next", message)));
  }

  private static Person person(Caller caller) {
    return switch (caller) {
      case Caller.SignedIn(Person person) -> person;
      case Caller.Program _ ->
          throw RefusedException.because(
              HttpStatus.FORBIDDEN, "This is for people who signed in; a key has no account.");
    };
  }
}
