package dev.pilothouse.actions.task;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pilothouse.actions.schema.DescriptorFile;
import dev.pilothouse.actions.schema.InputFault;
import dev.pilothouse.actions.schema.InputSchema;
import dev.pilothouse.actions.schema.InvalidInput;
import dev.pilothouse.model.EffectId;
import dev.pilothouse.spi.Action;
import dev.pilothouse.spi.ActionAnswer;
import dev.pilothouse.spi.ActionCall;
import dev.pilothouse.spi.ActionDescriptor;
import dev.pilothouse.spi.Books;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// Creates a task in our own books.
public final class CreateTaskAction implements Action.InBooks {
  private static final ActionDescriptor DESCRIPTOR =
      DescriptorFile.of(CreateTaskAction.class, "task.create");
  private static final InputSchema INPUT = InputSchema.of(DESCRIPTOR.input());

  @Override
  public ActionDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public ActionAnswer change(ActionCall call, Books books) {
    try {
      return new ActionAnswer.Done(books.createTask(task(call)));
    } catch (InvalidInput invalid) {
      return invalid.answer();
    }
  }

  private static Books.NewTask task(ActionCall call) throws InvalidInput {
    JsonNode with = INPUT.read(call.input());
    return new Books.NewTask(
        idOf(call.effect()),
        with.path("title").asString(),
        with.path("body").asString(""),
        with.path("assignee").asString(""),
        due(with.path("due").asString("")));
  }

  /// Made of the effect, so that however often the step is tried there is one task.
  private static UUID idOf(EffectId effect) {
    return UUID.nameUUIDFromBytes(effect.toString().getBytes(UTF_8));
  }

  private static Optional<Instant> due(String text) throws InvalidInput {
    try {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException noTime) {
      throw new InvalidInput(
          InputFault.at(
              "with.due",
              "a time with its zone such as 2027-01-15T09:00:00+01:00",
              "another text"));
    }
  }
}
