package dev.pilothouse.actions.journal;

import dev.pilothouse.actions.schema.DescriptorFile;
import dev.pilothouse.actions.schema.InputFault;
import dev.pilothouse.actions.schema.InputSchema;
import dev.pilothouse.actions.schema.InvalidInput;
import dev.pilothouse.actions.schema.JsonTree;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.OwnEventTypes;
import dev.pilothouse.spi.Action;
import dev.pilothouse.spi.ActionAnswer;
import dev.pilothouse.spi.ActionAnswer.Done;
import dev.pilothouse.spi.ActionCall;
import dev.pilothouse.spi.ActionDescriptor;
import dev.pilothouse.spi.Books;
import dev.pilothouse.spi.Books.Fact;
import dev.pilothouse.spi.Preview;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Says something that other automations can hear.
public final class EmitAction implements Action.InBooks {
  private static final ActionDescriptor DESCRIPTOR =
      DescriptorFile.of(EmitAction.class, "journal.emit");
  private static final InputSchema INPUT = InputSchema.of(DESCRIPTOR.input());
  private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

  @Override
  public ActionDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public ActionAnswer change(ActionCall call, Books books) {
    try {
      Fact fact = fact(call);
      return new Done(output(books.emit(fact), fact));
    } catch (InvalidInput invalid) {
      return invalid.answer();
    }
  }

  @Override
  public Preview preview(ActionCall call, Books trial) {
    try {
      Fact fact = fact(call);
      return new Preview(
          sentence(fact), details(fact), Optional.of(new Done(output(trial.emit(fact), fact))));
    } catch (InvalidInput invalid) {
      return Preview.ofFailure(invalid.answer());
    }
  }

  private static Fact fact(ActionCall call) throws InvalidInput {
    JsonNode with = INPUT.read(call.input());
    JsonNode data = with.path("data");
    return new Fact(
        type(with.path("type").asString()),
        subject(with.path("subject").asString("")),
        data.isMissingNode() ? Json.NULL : JsonTree.text(data));
  }

  private static String type(String type) throws InvalidInput {
    if (!TYPE.matcher(type).matches()) {
      throw new InvalidInput(
          InputFault.at(
              "with.type",
              "a name of letters, digits and . _ - such as crm.deal.won, at most 200",
              "'" + type + "'"));
    }
    if (OwnEventTypes.include(type)) {
      throw new InvalidInput(
          InputFault.at(
              "with.type",
              "a type of your own, since such events are said by Pilothouse alone,",
              "'" + type + "'"));
    }
    return type;
  }

  private static String subject(String subject) throws InvalidInput {
    if (subject.length() > 1_000 || subject.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInput(
          InputFault.at(
              "with.subject",
              "one line of at most 1000 characters, such as deal/42",
              "something else"));
    }
    return subject;
  }

  private static String sentence(Fact fact) {
    return fact.subject().isEmpty()
        ? "Says '%s' in the journal.".formatted(fact.type())
        : "Says '%s' of '%s' in the journal.".formatted(fact.type(), fact.subject());
  }

  private static Json output(EventId id, Fact fact) {
    return JsonTree.text(
        JsonTree.object()
            .put("id", id.toString())
            .put("type", fact.type())
            .put("subject", fact.subject()));
  }

  private static Json details(Fact fact) {
    ObjectNode details = JsonTree.object();
    ObjectNode said = details.putArray("says").addObject();
    said.put("type", fact.type()).put("subject", fact.subject());
    said.set("data", JsonTree.of(fact.data()));
    return JsonTree.text(details);
  }
}
