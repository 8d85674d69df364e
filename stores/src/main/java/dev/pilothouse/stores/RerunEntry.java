package dev.pilothouse.stores;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.NewEntry.Cause;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.spi.Reruns.Request;
import dev.pilothouse.spi.Reruns.What;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What the journal is told of a run that is done again: who asked for it, and why.
record RerunEntry(NewEntry entry, Optional<StepKey> from) {
  static final String TYPE = "run.rerun_requested";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static RerunEntry of(EarlierRun earlier, Request request, RunId born, EarlierRun.Walked walks) {
    RunId run = earlier.ref().run();
    Optional<StepKey> from = from(request.what());
    NewEntry entry =
        NewEntry.fromOurselves(
                earlier.ref().tenant(),
                TYPE,
                "run/" + run,
                request.actor(),
                said(request, born, from, walks))
            .causedBy(new Cause(earlier.event().id(), run, earlier.depth()));
    return new RerunEntry(entry, from);
  }

  private static Optional<StepKey> from(What what) {
    return switch (what) {
      case What.AllInForce _, What.AllAsBefore _ -> Optional.empty();
      case What.From(StepKey step, _) -> Optional.of(step);
    };
  }

  private static Json said(
      Request request, RunId born, Optional<StepKey> from, EarlierRun.Walked walks) {
    ObjectNode said = JSON.createObjectNode();
    said.put("automation", walks.version().name());
    said.put("automation_id", walks.version().automation().toString());
    said.put("run", born.toString());
    said.put("version", walks.version().version().hash());
    said.put("number", walks.number());
    from.ifPresent(step -> said.put("from", step.text()));
    said.put("reason", request.reason());
    return new Json(said.toString());
  }
}
