package dev.pilothouse.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Starts the workflow of one run, or of all that waited while the last start was under way. Small
/// on purpose: what the runs work on is read from the ledger.
///
/// @param engine see [Engine]
public record RunStart(int engine, List<Member> runs) {
  /// One run of the batch.
  public record Member(UUID tenant, UUID run) {}

  public RunStart {
    runs = List.copyOf(runs);
  }

  /// The first version held exactly one run, and had no list.
  @JsonCreator
  static RunStart read(
      @JsonProperty("engine") int engine,
      @JsonProperty("runs") @Nullable List<Member> runs,
      @JsonProperty("tenant") @Nullable UUID tenant,
      @JsonProperty("run") @Nullable UUID run) {
    if (runs != null) {
      return new RunStart(engine, runs);
    }
    if (tenant == null || run == null) {
      throw new IllegalArgumentException("expected 'runs', or 'tenant' and 'run', but found none");
    }
    return new RunStart(engine, List.of(new Member(tenant, run)));
  }
}
