package dev.pilothouse.stores;

import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepError.Kind;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells a change of our own records that will fail whenever it is tried from one that found the
/// database in trouble.
final class ImpossibleChange {
  private static final Logger LOG = LoggerFactory.getLogger(ImpossibleChange.class);

  /// Classes of states that speak of the values themselves: data, integrity, and limits of the
  /// program.
  private static final Set<String> OF_VALUES = Set.of("22", "23", "54");

  private ImpossibleChange() {}

  /// Empty where the same change may go through another time.
  static Optional<StepError> of(RuntimeException failure) {
    String state = CommitFailure.sqlState(failure);
    if (!state.isEmpty()) {
      return OF_VALUES.contains(state.substring(0, 2))
          ? Optional.of(refused(failure))
          : Optional.empty();
    }
    return CommitFailure.of(failure) == CommitFailure.REFUSED
        ? Optional.of(broken(failure))
        : Optional.empty();
  }

  private static StepError refused(RuntimeException failure) {
    return new StepError(
        "records.refused",
        Kind.USER,
        "Expected a change that our records can keep, but found: "
            + wordsOfTheServer(failure)
            + ". Correct what the step gives in 'with'.");
  }

  /// Without its detail, which repeats the row.
  private static String wordsOfTheServer(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(PSQLException.class::isInstance)
        .flatMap(
            cause -> Optional.ofNullable(((PSQLException) cause).getServerErrorMessage()).stream())
        .flatMap(message -> Optional.ofNullable(message.getMessage()).stream())
        .findFirst()
        .orElse("a value that does not fit");
  }

  private static StepError broken(RuntimeException bug) {
    LOG.error("A change of our own records broke", bug);
    return new StepError(
        "action.broken", Kind.OURS, "The change of our own records broke: " + bug.getMessage());
  }
}
