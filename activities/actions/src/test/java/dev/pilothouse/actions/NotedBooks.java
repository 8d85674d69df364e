package dev.pilothouse.actions;

import dev.pilothouse.model.Json;
import dev.pilothouse.spi.Books;
import java.util.ArrayList;
import java.util.List;

/// Books that note what they were told and answer as real ones do.
public final class NotedBooks implements Books {
  public record DealChange(String id, String fields) {}

  private final List<DealChange> deals = new ArrayList<>();
  private final List<NewTask> tasks = new ArrayList<>();

  public List<DealChange> deals() {
    return List.copyOf(deals);
  }

  public List<NewTask> tasks() {
    return List.copyOf(tasks);
  }

  @Override
  public Json updateDeal(String id, Json fields) {
    deals.add(new DealChange(id, fields.text()));
    return fields;
  }

  @Override
  public Json createTask(NewTask task) {
    tasks.add(task);
    return new Json("{\"id\":\"%s\"}".formatted(task.id()));
  }
}
