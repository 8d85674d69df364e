package dev.pilothouse.actions.task;

import dev.pilothouse.actions.books.EffectRecord;
import dev.pilothouse.actions.books.RecordAction;
import dev.pilothouse.actions.schema.DescriptorFile;
import dev.pilothouse.actions.schema.InputSchema;
import dev.pilothouse.actions.schema.InvalidInput;
import dev.pilothouse.actions.schema.JsonTree;
import dev.pilothouse.model.RecordKind;
import dev.pilothouse.spi.ActionCall;
import dev.pilothouse.spi.ActionDescriptor;
import dev.pilothouse.spi.Books;
import dev.pilothouse.spi.Kept;

/// Creates a task in our own books.
public final class CreateTaskAction implements RecordAction {
  private static final ActionDescriptor DESCRIPTOR =
      DescriptorFile.of(CreateTaskAction.class, "task.create");
  private static final InputSchema INPUT = InputSchema.of(DESCRIPTOR.input());

  @Override
  public ActionDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Kept keep(ActionCall call, Books books) throws InvalidInput {
    return books.create(
        EffectRecord.of(RecordKind.TASK, call.effect()), JsonTree.text(INPUT.read(call.input())));
  }
}
