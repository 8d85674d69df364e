package dev.pilothouse.builderapi;

import dev.pilothouse.chain.Definition;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.spi.Handover;
import java.util.Map;
import java.util.Optional;

/// What is to be tried out.
///
/// @param byName who starts it by name; empty where an event does
/// @param anyway also where the event would not start it
/// @param assumptions how steps end, by their ids, whatever else would be assumed
record DryRunRequest(
    NewEntry entry,
    Optional<ByName> byName,
    Chain chain,
    boolean anyway,
    Map<String, StepOutcome> assumptions) {

  record ByName(Handover.By by, Json input) {}

  /// @param name number of the version, `draft`, or `sent`
  record Chain(String name, AutomationVersion version, Definition definition) {}
}
