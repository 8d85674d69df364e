package dev.pilothouse.actions.crm;

import dev.pilothouse.actions.books.RecordAction;
import dev.pilothouse.actions.schema.DescriptorFile;
import dev.pilothouse.actions.schema.InputFault;
import dev.pilothouse.actions.schema.InputSchema;
import dev.pilothouse.actions.schema.InvalidInput;
import dev.pilothouse.actions.schema.JsonTree;
import dev.pilothouse.spi.ActionCall;
import dev.pilothouse.spi.ActionDescriptor;
import dev.pilothouse.spi.Books;
import dev.pilothouse.spi.Kept;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Changes the contact with an address in our own books, or makes it.
public final class UpsertContactAction implements RecordAction {
  private static final ActionDescriptor DESCRIPTOR =
      DescriptorFile.of(UpsertContactAction.class, "crm.upsert_contact");
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
    JsonNode fields = with.path("fields");
    if (fields.has("email")) {
      throw new InvalidInput(
          InputFault.at("with.fields.email", "the address at 'with.email' alone", "another one"));
    }
    return books.putContact(
        with.path("email").asString(),
        JsonTree.text(fields instanceof ObjectNode given ? given : JsonTree.object()));
  }
}
