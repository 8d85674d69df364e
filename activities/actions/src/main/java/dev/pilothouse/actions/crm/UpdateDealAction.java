package dev.pilothouse.actions.crm;

import dev.pilothouse.actions.schema.DescriptorFile;
import dev.pilothouse.actions.schema.InputSchema;
import dev.pilothouse.actions.schema.InvalidInput;
import dev.pilothouse.actions.schema.JsonTree;
import dev.pilothouse.spi.Action;
import dev.pilothouse.spi.ActionAnswer;
import dev.pilothouse.spi.ActionCall;
import dev.pilothouse.spi.ActionDescriptor;
import dev.pilothouse.spi.Books;
import tools.jackson.databind.JsonNode;

/// Changes a deal in our own books.
public final class UpdateDealAction implements Action.InBooks {
  private static final ActionDescriptor DESCRIPTOR =
      DescriptorFile.of(UpdateDealAction.class, "crm.update_deal");
  private static final InputSchema INPUT = InputSchema.of(DESCRIPTOR.input());

  @Override
  public ActionDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public ActionAnswer change(ActionCall call, Books books) {
    try {
      JsonNode with = INPUT.read(call.input());
      return new ActionAnswer.Done(
          books.updateDeal(with.path("id").asString(), JsonTree.text(with.path("fields"))));
    } catch (InvalidInput invalid) {
      return invalid.answer();
    }
  }
}
