package dev.pilothouse.actions.books;

import dev.pilothouse.actions.schema.InputFault;
import dev.pilothouse.actions.schema.InvalidInput;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.RecordRef;
import dev.pilothouse.model.StepError;
import dev.pilothouse.spi.ActionAnswer;
import dev.pilothouse.spi.Kept;
import dev.pilothouse.spi.Kept.Misfit;
import java.util.List;

/// What became of a change, in terms of a step.
///
/// @param fieldsAt where in the step the fields stand
record KeptAnswer(String fieldsAt) {

  ActionAnswer of(Kept kept) {
    return switch (kept) {
      case Kept.Done(_, _, Json after, _) -> new ActionAnswer.Done(after);
      case Kept.Unfit(_, List<Misfit> misfits) ->
          new InvalidInput(misfits.stream().map(this::fault).toList()).answer();
      case Kept.NoSuch(RecordRef record) ->
          failed(
              "record.unknown",
              "Expected a %s of ours, but there is no '%s'. It may be mistyped, or made later."
                  .formatted(record.kind().text(), record.id()));
      case Kept.Taken(RecordRef by, String what) ->
          failed("record.taken", "The %s has %s already.".formatted(by.subject(), what));
      case Kept.Outdated(RecordRef record, _) ->
          failed("record.changed", "The %s was changed meanwhile.".formatted(record.subject()));
    };
  }

  private InputFault fault(Misfit misfit) {
    String hint = misfit.hint().isEmpty() ? "" : " " + misfit.hint();
    InputFault fault = InputFault.at(path(misfit.field()), misfit.expected(), misfit.found());
    return new InputFault(fault.path(), fault.message() + hint);
  }

  private String path(String field) {
    return switch (field) {
      case "" -> fieldsAt;
      case "id" -> "with.id";
      default -> fieldsAt + "." + field;
    };
  }

  private static ActionAnswer failed(String code, String message) {
    return new ActionAnswer.Failed(new StepError(code, StepError.Kind.USER, message));
  }
}
