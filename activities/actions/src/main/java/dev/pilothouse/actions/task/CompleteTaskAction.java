package dev.pilothouse.actions.task;

import dev.pilothouse.actions.books.RecordAction;
import dev.pilothouse.actions.schema.DescriptorFile;
import dev.pilothouse.actions.schema.InputSchema;
import dev.pilothouse.actions.schema.InvalidInput;
import dev.pilothouse.actions.schema.JsonTree;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.RecordKind;
import dev.pilothouse.model.RecordRef;
import dev.pilothouse.spi.ActionCall;
import dev.pilothouse.spi.ActionDescriptor;
import dev.pilothouse.spi.Books;
import dev.pilothouse.spi.Kept;

/// Says that a task in our own books is done.
public final class CompleteTaskAction implements RecordAction {
  private static final ActionDescriptor DESCRIPTOR =
      DescriptorFile.of(CompleteTaskAction.class, "task.complete");
  private static final InputSchema INPUT = InputSchema.of(DESCRIPTOR.input());
  private static final Json DONE = JsonTree.text(JsonTree.object().put("state", "done"));

  @Override
  public ActionDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Kept keep(ActionCall call, Books books) throws InvalidInput {
    String id = INPUT.read(call.input()).path("id").asString();
    return books.change(RecordRef.named(RecordKind.TASK, id), Books.ANY_VERSION, DONE);
  }
}
