package dev.pilothouse.builderapi;

import dev.pilothouse.model.SecretHash;
import dev.pilothouse.spi.Accounts;
import dev.pilothouse.spi.Accounts.Login;
import dev.pilothouse.spi.Company;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Lets people in and out.
@RestController
@RequestMapping("/v1/session")
final class SessionController {
  /// Mail carries none that is longer.
  private static final int LONGEST_ADDRESS = 254;

  record SignIn(@Nullable String email, @Nullable String password) {}

  private final Accounts accounts;
  private final Company company;
  private final PasswordEncoder passwords;
  private final SignInThrottle throttle;
  private final SessionCookie cookie;
  private final HttpConfig config;

  /// Checked where the address is unknown, so that an answer takes as long as for one that is
  /// known.
  private final String nobodysHash;

  SessionController(
      Accounts accounts,
      Company company,
      PasswordEncoder passwords,
      SignInThrottle throttle,
      HttpConfig config) {
    this.accounts = accounts;
    this.company = company;
    this.passwords = passwords;
    this.config = config;
    this.throttle = throttle;
    cookie = new SessionCookie(config);
    nobodysHash = String.valueOf(passwords.encode(Secrets.next("")));
  }

  @PostMapping
  ResponseEntity<Me> signIn(
      @RequestBody SignIn wanted,
      @RequestHeader(name = HttpHeaders.USER_AGENT, defaultValue = "") String device) {
    String email = Optional.ofNullable(wanted.email()).orElse("");
    String password = Optional.ofNullable(wanted.password()).orElse("");
    requireAddress(email);
    throttle.requireRoom(email);
    Optional<Login> login = login(email);
    boolean right = passwords.matches(password, login.map(Login::passwordHash).orElse(nobodysHash));
    if (login.isEmpty() || !right) {
      throw notRight();
    }
    throttle.succeeded(email);
    return opened(login.get(), device);
  }

  @DeleteMapping
  ResponseEntity<Void> signOut(HttpServletRequest request) {
    SessionCookie.in(request).ifPresent(secret -> accounts.closeSession(SecretHash.of(secret)));
    return ResponseEntity.noContent().header(HttpHeaders.SET_COOKIE, cookie.clear()).build();
  }

  private Optional<Login> login(String email) {
    try {
      return accounts.login(email.strip());
    } catch (RuntimeException away) {
      throttle.undecided(email);
      throw away;
    }
  }

  /// What can be nobody's address is neither remembered nor looked up.
  private static void requireAddress(String email) {
    if (email.length() > LONGEST_ADDRESS || StorableText.unfitIn(email).isPresent()) {
      throw notRight();
    }
  }

  private static RefusedException notRight() {
    return RefusedException.because(
        HttpStatus.UNAUTHORIZED, "The address or the password is not right.");
  }

  /// A header may hold what PostgreSQL takes in no text.
  private static String printable(String device) {
    return device.replaceAll("\\p{Cntrl}", "");
  }

  private ResponseEntity<Me> opened(Login login, String device) {
    String secret = Secrets.next("");
    accounts.openSession(
        login.person(), SecretHash.of(secret), config.sessionLifetime(), printable(device));
    return ResponseEntity.ok()
        .header(HttpHeaders.SET_COOKIE, cookie.set(secret))
        .body(Me.of(login.person(), company.of(login.person().tenant().id())));
  }
}
