package dev.pilothouse.activities;

import dev.pilothouse.contracts.RunStart;
import dev.pilothouse.contracts.WalkActivities;
import dev.pilothouse.contracts.WalkAnswer;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.TenantId;
import io.temporal.activity.Activity;
import java.util.Objects;

/// One slice of the walk of a workflow's runs.
public final class WalkActivitiesImpl implements WalkActivities {
  private final Walks walks;

  public WalkActivitiesImpl(Walks walks) {
    this.walks = walks;
  }

  @Override
  public WalkAnswer walk(RunStart start) {
    return walks.slice(
        Objects.requireNonNull(Activity.getExecutionContext().getInfo().getWorkflowId()),
        start.runs().stream()
            .map(member -> new RunRef(new TenantId(member.tenant()), new RunId(member.run())))
            .toList());
  }
}
