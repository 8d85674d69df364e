package dev.pilothouse.spi;

import dev.pilothouse.model.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Our own records as seen from within one transaction. Every change writes its journal entry, with
/// before and after, in the same transaction.
public interface Books {
  /// Changes fields of a deal, or makes it where there is none yet.
  ///
  /// @param fields a JSON object; JSON null takes a field away
  /// @return the deal as it is now
  Json updateDeal(String id, Json fields);

  /// @return the task as it is now, its id in `id`
  Json createTask(NewTask task);

  record NewTask(UUID id, String title, String body, String assignee, Optional<Instant> due) {}
}
