package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;

class CommitFailureTest {
  @ParameterizedTest
  @CsvSource({
    "40P01, COLLIDED",
    "40001, COLLIDED",
    "08006, CUT_OFF",
    "57P01, CUT_OFF",
    "53100, CUT_OFF",
    "25P03, CUT_OFF",
    "22P05, REFUSED",
    "23503, REFUSED",
    "42501, REFUSED",
    "54000, REFUSED",
  })
  void isToldByTheDatabasesOwnState(String state, CommitFailure expected) {
    assertThat(CommitFailure.of(withState(state))).isEqualTo(expected);
  }

  @Test
  void tellsADatabaseThatIsAwayFromAConnectionThatBroke() {
    assertThat(CommitFailure.of(new CannotCreateTransactionException("", withState("08001"))))
        .isEqualTo(CommitFailure.AWAY);
  }

  @Test
  void takesAFailedResourceWithoutAStateForABrokenConnection() {
    assertThat(CommitFailure.of(new DataAccessResourceFailureException("closed")))
        .isEqualTo(CommitFailure.CUT_OFF);
  }

  @Test
  void takesAMistakeOfOurOwnForTheRowsFault() {
    assertThat(CommitFailure.of(new IllegalArgumentException())).isEqualTo(CommitFailure.REFUSED);
  }

  private static UncategorizedDataAccessException withState(String state) {
    return new UncategorizedSQLException("write", "insert", new SQLException("told", state));
  }
}
