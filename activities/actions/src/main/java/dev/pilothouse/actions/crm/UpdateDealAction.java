package dev.pilothouse.actions.crm;

import dev.pilothouse.actions.books.RecordAction;
import dev.pilothouse.actions.schema.DescriptorFile;
import dev.pilothouse.actions.schema.InputSchema;
import dev.pilothouse.actions.schema.InvalidInput;
import dev.pilothouse.actions.schema.JsonTree;
import dev.pilothouse.model.RecordKind;
import dev.pilothouse.model.RecordRef;
import dev.pilothouse.spi.ActionCall;
import dev.pilothouse.spi.ActionDescriptor;
import dev.pilothouse.spi.Books;
import dev.pilothouse.spi.Kept;
import tools.jackson.databind.JsonNode;

/// Changes a deal in our own books.
public final class UpdateDealAction implements RecordAction {
  private static final ActionDescriptor DESCRIPTOR =
      DescriptorFile.of(UpdateDealAction.class, "crm.update_deal");
  private static final InputSchema INPUT = InputSchema.of(DESCRIPTOR.input());

  @Override
  public ActionDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public String fieldsAt() {
    return "with.fields";
  }

  @Override
  public Kept keep(ActionCall call, Books books) throws InvalidInput {
    JsonNode with = INPUT.read(call.input());
    return books.put(
        RecordRef.named(RecordKind.DEAL, with.path("id").asString()),
        JsonTree.text(with.path("fields")));
  }
}
