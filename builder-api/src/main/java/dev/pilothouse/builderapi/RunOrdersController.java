package dev.pilothouse.builderapi;

import dev.pilothouse.model.Caller;
import dev.pilothouse.model.Order;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.spi.Control;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Gives orders to runs. The answer says that the order is committed; the run follows it between
/// two steps, and its own page shows when it has.
@RestController
@RequestMapping("/v1/runs/{id}")
@ResponseStatus(HttpStatus.ACCEPTED)
final class RunOrdersController {
  record Why(@Nullable String reason) {}

  record Given(String run, String order) {}

  private final Control control;

  RunOrdersController(Control control) {
    this.control = control;
  }

  @PostMapping("/cancel")
  Given cancel(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestBody(required = false) @Nullable Why why) {
    return give(caller, id, new Order.Cancel(), "cancel", why);
  }

  @PostMapping("/pause")
  Given pause(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestBody(required = false) @Nullable Why why) {
    return give(caller, id, new Order.Pause(), "pause", why);
  }

  @PostMapping("/resume")
  Given resume(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestBody(required = false) @Nullable Why why) {
    return give(caller, id, new Order.Resume(), "resume", why);
  }

  @PostMapping("/retry")
  Given retry(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestBody(required = false) @Nullable Why why) {
    return give(caller, id, new Order.RetryNow(), "retry", why);
  }

  @PostMapping("/steps/{step}/skip")
  Given skip(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @PathVariable String step,
      @RequestBody(required = false) @Nullable Why why) {
    Right.OPERATE.require(caller);
    var _ = Reason.required(given(why));
    return give(caller, id, new Order.Skip(new StepKey(step)), "skip", why);
  }

  private Given give(Caller caller, String id, Order order, String name, @Nullable Why why) {
    Right.OPERATE.require(caller);
    String reason = Reason.optional(given(why));
    RunId run = RunId.parse(id).orElseThrow(() -> RunsController.unknown(id));
    Answers.requireGiven(
        control.order(new RunRef(caller.tenant(), run), order, caller.actor(), reason),
        () -> RunsController.unknown(id));
    return new Given(run.toString(), name);
  }

  private static @Nullable String given(@Nullable Why why) {
    return Optional.ofNullable(why).map(Why::reason).orElse(null);
  }
}
