package dev.pilothouse.builderapi;

import dev.pilothouse.builderapi.RefusedException.Fault;
import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.Caller;
import dev.pilothouse.spi.Company;
import dev.pilothouse.spi.Company.Standing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Shows the company and how far it has come, and lets an administrator say what it is called.
@RestController
@RequestMapping("/v1/company")
final class CompanyController {
  private static final int LONGEST_NAME = 100;

  record Wanted(@Nullable String name) {}

  /// @param named somebody has said what it is called
  /// @param settled nobody is led through the first steps any more
  /// @param firstAutomation the oldest one that somebody made here; null while there is none
  record View(
      String id, String name, boolean named, boolean settled, @Nullable String firstAutomation) {
    static View of(Standing company) {
      return new View(
          company.tenant().id().toString(),
          company.tenant().name(),
          company.named(),
          company.settled(),
          company.first().map(AutomationId::toString).orElse(null));
    }
  }

  private final Company company;

  CompanyController(Company company) {
    this.company = company;
  }

  @GetMapping
  View one(@AuthenticationPrincipal Caller caller) {
    return View.of(company.of(caller.tenant()));
  }

  @PatchMapping
  View rename(@AuthenticationPrincipal Caller caller, @RequestBody Wanted wanted) {
    Right.KEEP_COMPANY.require(caller);
    String name = Optional.ofNullable(wanted.name()).orElse("").strip();
    requireFit(name);
    if (!company.rename(caller.tenant(), name, caller.actor())) {
      throw RefusedException.because(
          HttpStatus.CONFLICT,
          new Fault("name", "Another company in this house is called '" + name + "'."));
    }
    return one(caller);
  }

  /// Doing it again changes nothing.
  @PostMapping("/settle")
  View settle(@AuthenticationPrincipal Caller caller) {
    Right.KEEP_COMPANY.require(caller);
    company.settle(caller.tenant());
    return one(caller);
  }

  private static void requireFit(String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw unfit(
          "Expected 1 to " + LONGEST_NAME + " characters, but found " + name.length() + ".");
    }
    if (name.codePoints().anyMatch(Character::isISOControl)) {
      throw unfit("Expected a name in one line, but found a line break or another control sign.");
    }
    StorableText.unfitIn(name)
        .ifPresent(it -> {
          throw unfit(it.message());
        });
  }

  private static RefusedException unfit(String message) {
    return RefusedException.because(HttpStatus.BAD_REQUEST, new Fault("name", message));
  }
}
