package dev.pilothouse.spi;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.Run;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunSummary;
import dev.pilothouse.model.TenantId;
import java.util.List;
import java.util.Optional;

/// The runs of one tenant, for reading.
public interface Runs {
  Optional<Run> find(TenantId tenant, RunId id);

  /// Newest first. Ids are ordered by time, so the last id of a page is the cursor of the next.
  List<RunSummary> newest(TenantId tenant, int limit);

  List<RunSummary> newestBefore(TenantId tenant, RunId cursor, int limit);

  /// A large value as a whole. Where a step's input or output is too large for its record, it
  /// stands there as `{"$stored": {"ref": <hash>, "bytes": …, "preview": …}}`.
  Optional<Json> value(TenantId tenant, String hash);
}
