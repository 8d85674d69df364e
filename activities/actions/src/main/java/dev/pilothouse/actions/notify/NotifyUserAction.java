package dev.pilothouse.actions.notify;

import dev.pilothouse.actions.schema.DescriptorFile;
import dev.pilothouse.actions.schema.InputFault;
import dev.pilothouse.actions.schema.InputSchema;
import dev.pilothouse.actions.schema.InvalidInput;
import dev.pilothouse.actions.schema.JsonTree;
import dev.pilothouse.model.Json;
import dev.pilothouse.spi.Action;
import dev.pilothouse.spi.ActionAnswer;
import dev.pilothouse.spi.ActionAnswer.Done;
import dev.pilothouse.spi.ActionCall;
import dev.pilothouse.spi.ActionDescriptor;
import dev.pilothouse.spi.Books;
import dev.pilothouse.spi.Books.Notice;
import dev.pilothouse.spi.Books.Told;
import dev.pilothouse.spi.Preview;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Tells people something within the house, live.
public final class NotifyUserAction implements Action.InBooks {
  private static final ActionDescriptor DESCRIPTOR =
      DescriptorFile.of(NotifyUserAction.class, "notify.user");
  private static final InputSchema INPUT = InputSchema.of(DESCRIPTOR.input());
  private static final Pattern TO = Pattern.compile("owner|role:\\S+|[^\\s@]+@[^\\s@]+");

  @Override
  public ActionDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public ActionAnswer change(ActionCall call, Books books) {
    try {
      return new Done(output(books.tell(notice(call))));
    } catch (InvalidInput invalid) {
      return invalid.answer();
    }
  }

  @Override
  public Preview preview(ActionCall call, Books trial) {
    try {
      Notice notice = notice(call);
      Told told = trial.tell(notice);
      return new Preview(
          sentence(notice, told), details(notice, told), Optional.of(new Done(output(told))));
    } catch (InvalidInput invalid) {
      return Preview.ofFailure(invalid.answer());
    }
  }

  private static Notice notice(ActionCall call) throws InvalidInput {
    JsonNode with = INPUT.read(call.input());
    String to = with.path("to").asString().strip();
    if (!TO.matcher(to).matches()) {
      throw new InvalidInput(
          InputFault.at("with.to", "an address, role:NAME or owner", "'" + to + "'"));
    }
    String text = with.path("text").asString().strip();
    if (text.isEmpty()) {
      throw new InvalidInput(InputFault.at("with.text", "a text", "an empty one"));
    }
    return new Notice(to, text, with.path("about").asString(""));
  }

  private static String sentence(Notice notice, Told told) {
    return told.instead()
        ? "Tells the administrators, since '%s' reaches nobody: '%s'."
            .formatted(notice.to(), notice.text())
        : "Tells %s (%d): '%s'.".formatted(notice.to(), told.people(), notice.text());
  }

  private static Json output(Told told) {
    return JsonTree.text(
        JsonTree.object().put("people", told.people()).put("instead", told.instead()));
  }

  private static Json details(Notice notice, Told told) {
    ObjectNode details = JsonTree.object();
    details
        .putArray("tells")
        .addObject()
        .put("to", notice.to())
        .put("text", notice.text())
        .put("about", notice.about())
        .put("people", told.people());
    return JsonTree.text(details);
  }
}
