package dev.pilothouse.builderapi;

import dev.pilothouse.chain.Definition;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.StepOutcome;
import java.util.Map;

/// What is to be tried out.
///
/// @param anyway also where the event would not start it
/// @param assumptions how steps end, by their ids, whatever else would be assumed
record DryRunRequest(
    NewEntry entry, Chain chain, boolean anyway, Map<String, StepOutcome> assumptions) {

  /// @param name number of the version, `draft`, or `sent`
  record Chain(String name, AutomationVersion version, Definition definition) {}
}
