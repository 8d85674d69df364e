package dev.pilothouse.actions.books;

import dev.pilothouse.actions.schema.InvalidInput;
import dev.pilothouse.spi.Action;
import dev.pilothouse.spi.ActionAnswer;
import dev.pilothouse.spi.ActionCall;
import dev.pilothouse.spi.Books;
import dev.pilothouse.spi.Kept;
import dev.pilothouse.spi.Preview;

/// An action whose whole effect is one change of one record. What it would do is found out by doing
/// it in books that are undone, so that a preview never says anything else than what happens.
public interface RecordAction extends Action.InBooks {
  Kept keep(ActionCall call, Books books) throws InvalidInput;

  /// Where in the step the fields of the record stand.
  default String fieldsAt() {
    return "with";
  }

  @Override
  default ActionAnswer change(ActionCall call, Books books) {
    try {
      return new KeptAnswer(fieldsAt()).of(keep(call, books));
    } catch (InvalidInput invalid) {
      return invalid.answer();
    }
  }

  @Override
  default Preview preview(ActionCall call, Books trial) {
    try {
      Kept kept = keep(call, trial);
      return new KeptPreview(kept, new KeptAnswer(fieldsAt()).of(kept)).preview();
    } catch (InvalidInput invalid) {
      return Preview.ofFailure(invalid.answer());
    }
  }
}
