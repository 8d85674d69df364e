package dev.pilothouse.builderapi;

import dev.pilothouse.model.AutomationState;
import dev.pilothouse.spi.Automations;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// Which automations are asked for, as it stands in the address. Spring fills it by name; what was
/// not given is null.
///
/// @param state one or more, with commas between; all but archived ones where none is given
/// @param q to be found in name or description
record AutomationFilter(
    @Nullable String state, @Nullable String owner, @Nullable String area, @Nullable String q) {
  Automations.Filter read() {
    return new Automations.Filter(states(), text(owner), text(area), text(q));
  }

  private Set<AutomationState> states() {
    String given = text(state);
    return given.isEmpty()
        ? EnumSet.complementOf(EnumSet.of(AutomationState.ARCHIVED))
        : Arrays.stream(given.split(",")).map(AutomationFilter::parsed).collect(Collectors.toSet());
  }

  private static AutomationState parsed(String state) {
    return AutomationState.parse(state.strip())
        .orElseThrow(() ->
            RefusedException.because(
                HttpStatus.BAD_REQUEST,
                "Expected 'state' as some of "
                    + Arrays.stream(AutomationState.values())
                        .map(AutomationState::text)
                        .collect(Collectors.joining(", "))
                    + ", but found '"
                    + state
                    + "'."));
  }

  private static String text(@Nullable String given) {
    return AddressText.of(given).strip();
  }
}
