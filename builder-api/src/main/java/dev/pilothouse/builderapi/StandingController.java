package dev.pilothouse.builderapi;

import dev.pilothouse.model.Caller;
import dev.pilothouse.spi.Automations;
import dev.pilothouse.spi.Publications;
import dev.pilothouse.spi.Publications.Answer;
import dev.pilothouse.spi.Publications.Order;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Stops automations and lets them act again. Runs under way go on.
@RestController
@RequestMapping("/v1/automations/{id}")
final class StandingController {
  record Why(@Nullable String reason) {}

  private final Publications publications;
  private final KnownAutomations known;

  StandingController(Publications publications, Automations automations) {
    this.publications = publications;
    known = new KnownAutomations(automations);
  }

  @PostMapping("/pause")
  AutomationView.Row pause(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestBody(required = false) @Nullable Why why) {
    Right.PAUSE.require(caller);
    return done(caller, id, Reason.required(given(why)), publications::pause);
  }

  @PostMapping("/resume")
  AutomationView.Row resume(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestBody(required = false) @Nullable Why why) {
    Right.PAUSE.require(caller);
    return done(caller, id, Reason.optional(given(why)), publications::resume);
  }

  @PostMapping("/archive")
  AutomationView.Row archive(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestBody(required = false) @Nullable Why why) {
    Right.BUILD.require(caller);
    return done(caller, id, Reason.optional(given(why)), publications::archive);
  }

  @PostMapping("/restore")
  AutomationView.Row restore(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestBody(required = false) @Nullable Why why) {
    Right.BUILD.require(caller);
    return done(caller, id, Reason.optional(given(why)), publications::restore);
  }

  private AutomationView.Row done(
      Caller caller, String id, String reason, Function<Order, Answer> order) {
    Standing standing = new Standing(known, caller, id);
    return standing.after(order.apply(standing.order(reason)));
  }

  private static @Nullable String given(@Nullable Why why) {
    return Optional.ofNullable(why).map(Why::reason).orElse(null);
  }
}
