package dev.pilothouse.builderapi;

import dev.pilothouse.builderapi.RefusedException.Fault;
import dev.pilothouse.model.Caller;
import dev.pilothouse.model.KeyId;
import dev.pilothouse.model.Role;
import dev.pilothouse.model.SecretHash;
import dev.pilothouse.spi.Accounts;
import dev.pilothouse.spi.Keys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Lets an administrator see, make and withdraw the keys of programs.
@RestController
@RequestMapping("/v1/keys")
final class KeysController {
  private static final String MARK = "ph_";
  private static final int SHOWN_OF_SECRET = MARK.length() + 6;
  private static final int LONGEST_NAME = 200;

  record Wanted(@Nullable String name, @Nullable String role) {}

  record View(
      String id,
      String name,
      String prefix,
      String role,
      Instant createdAt,
      @Nullable Instant withdrawnAt) {
    static View of(Keys.Key key) {
      return new View(
          key.id().value().toString(),
          key.name(),
          key.prefix(),
          key.role().text(),
          key.createdAt(),
          key.withdrawnAt().orElse(null));
    }
  }

  /// @param key the secret: told this once, and kept by nobody
  record Made(String id, String key, String name, String prefix, String role) {}

  private final Keys keys;

  KeysController(Keys keys) {
    this.keys = keys;
  }

  @GetMapping
  PageLimit.Page<View> newest(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "") String before) {
    Right.KEEP_KEYS.require(caller);
    PageLimit rows = new PageLimit(limit);
    Optional<KeyId> last = parse(before);
    if (last.isEmpty() && !before.isEmpty()) {
      throw PageLimit.badCursor(before);
    }
    return rows.page(
        keys.page(caller.tenant(), last, rows.withNext()),
        View::of,
        key -> key.id().value().toString());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Made make(@AuthenticationPrincipal Caller caller, @RequestBody Wanted wanted) {
    Right.KEEP_KEYS.require(caller);
    String name = Optional.ofNullable(wanted.name()).orElse("").strip();
    Optional<Role> role = Role.parse(Optional.ofNullable(wanted.role()).orElse(""));
    requireFit(name, role);
    return made(caller, name, role.orElseThrow());
  }

  private Made made(Caller caller, String name, Role role) {
    KeyId id = KeyId.next();
    String secret = Secrets.next(MARK);
    String prefix = secret.substring(0, SHOWN_OF_SECRET);
    keys.make(
        new Accounts.NewKey(id, caller.tenant(), name, prefix, SecretHash.of(secret), role),
        caller.actor());
    return new Made(id.value().toString(), secret, name, prefix, role.text());
  }

  /// Withdrawing one again changes nothing.
  @PostMapping("/{id}/withdraw")
  View withdraw(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
    Right.KEEP_KEYS.require(caller);
    return parse(id)
        .flatMap(key -> keys.withdraw(caller.tenant(), key, caller.actor()))
        .map(View::of)
        .orElseThrow(() ->
            RefusedException.because(
                HttpStatus.NOT_FOUND,
                "There is no key '"
                    + id
                    + "' here. It may belong to someone else, or be mistyped."));
  }

  private static void requireFit(String name, Optional<Role> role) {
    List<Fault> faults = new ArrayList<>();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      faults.add(
          new Fault(
              "name",
              "Expected 1 to " + LONGEST_NAME + " characters, but found " + name.length() + ".",
              "Say what the key is for, such as \"nightly import\"."));
    }
    StorableText.unfitIn(name).ifPresent(unfit -> faults.add(new Fault("name", unfit.message())));
    if (role.isEmpty()) {
      faults.add(new Fault("role", "Expected one of " + roles() + "."));
    }
    if (!faults.isEmpty()) {
      throw RefusedException.with("This key cannot be made.", faults);
    }
  }

  private static String roles() {
    return Arrays.stream(Role.values()).map(Role::text).collect(Collectors.joining(", "));
  }

  private static Optional<KeyId> parse(String id) {
    try {
      return Optional.of(new KeyId(UUID.fromString(id)));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }
}
