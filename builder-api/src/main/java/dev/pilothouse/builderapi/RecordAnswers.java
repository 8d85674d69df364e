package dev.pilothouse.builderapi;

import dev.pilothouse.builderapi.RefusedException.Fault;
import dev.pilothouse.model.RecordRef;
import dev.pilothouse.spi.Kept;
import dev.pilothouse.spi.Kept.Misfit;
import java.util.List;
import org.springframework.http.HttpStatus;

/// What became of a change of a record, in terms of HTTP.
final class RecordAnswers {
  private RecordAnswers() {}

  static RecordRef requireDone(Kept kept) {
    return switch (kept) {
      case Kept.Done done -> done.record();
      case Kept.Unfit(RecordRef record, List<Misfit> misfits) ->
          throw RefusedException.with(
              "This " + record.kind().text() + " cannot be kept as it stands.",
              misfits.stream().map(RecordAnswers::fault).toList());
      case Kept.NoSuch(RecordRef record) -> throw unknown(record);
      case Kept.Taken(RecordRef by, String what) ->
          throw RefusedException.because(
              HttpStatus.CONFLICT,
              "There is a %s with %s already: '%s'. Change that one, or give this one another."
                  .formatted(by.kind().text(), what, by.subject()));
      case Kept.Outdated(RecordRef record, long version) ->
          throw RefusedException.because(
              HttpStatus.PRECONDITION_FAILED,
              "Somebody has changed this %s since: it is at version %d now. Read it again and repeat your change."
                  .formatted(record.kind().text(), version));
    };
  }

  static RefusedException unknown(RecordRef record) {
    return RefusedException.because(
        HttpStatus.NOT_FOUND,
        "There is no %s '%s' here. It may belong to someone else, or be mistyped."
            .formatted(record.kind().text(), record.id()));
  }

  private static Fault fault(Misfit misfit) {
    return new Fault(misfit.field(), misfit.sentence(), misfit.hint());
  }
}
