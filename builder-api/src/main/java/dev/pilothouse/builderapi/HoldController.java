package dev.pilothouse.builderapi;

import dev.pilothouse.model.Caller;
import dev.pilothouse.spi.Carrier.Held;
import dev.pilothouse.spi.Hold;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Shows whether the whole house is held, and takes the word that ends it.
@RestController
@RequestMapping("/v1/hold")
final class HoldController {
  record Why(@Nullable String reason) {}

  record Released(boolean held, long runsInDoubt) {}

  /// @param onlyInTemporal workflow ids of runs that stand in no row, the first 500
  /// @param onlyInTemporalTotal all of them
  /// @param openBatches workflows whose ids do not tell which runs they hold
  record View(
      boolean held,
      Optional<Instant> since,
      Optional<String> reason,
      List<String> onlyInTemporal,
      long onlyInTemporalTotal,
      long openBatches,
      long runsInDoubt) {
    static View of(Hold.Shown shown) {
      return new View(
          shown.held().isPresent(),
          shown.held().map(Held::since),
          shown.held().map(Held::reason),
          shown.onlyInTemporal().runs(),
          shown.onlyInTemporal().total(),
          shown.onlyInTemporal().batches(),
          shown.inDoubt());
    }
  }

  private final Hold hold;

  HoldController(Hold hold) {
    this.hold = hold;
  }

  @GetMapping
  View show() {
    return View.of(hold.shown());
  }

  @PostMapping("/release")
  Released release(
      @AuthenticationPrincipal Caller caller, @RequestBody(required = false) @Nullable Why why) {
    Right.RELEASE.require(caller);
    String reason = Reason.required(Optional.ofNullable(why).map(Why::reason).orElse(null));
    if (!hold.release(caller.actor(), reason)) {
      throw RefusedException.because(
          HttpStatus.CONFLICT, "Expected the house to be held, but it is not. Nothing was done.");
    }
    return new Released(false, hold.shown().inDoubt());
  }
}
