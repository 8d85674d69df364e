package dev.pilothouse.builderapi;

import static dev.pilothouse.model.Role.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;

class DatabaseAwayTest {
  /// The key is asked for in a filter, where no controller's advice hears of a failure.
  @Test
  void asksToSendAgainWhereTheCallerCannotBeLookedUp() {
    try (ApiServer api = new ApiServer()) {
      api.accounts.breaksWith(new DataAccessResourceFailureException("the connection broke"));

      Reply reply = api.get(VIEWER, "/v1/runs");

      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.at("/detail")).startsWith("The database does not answer now.");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "08006, true",
    "57P01, true",
    "57P02, true",
    "25P03, true",
    "23505, false",
    "42501, false"
  })
  void isToldByTheDatabasesOwnState(String state, boolean away) {
    RuntimeException failure = new IllegalStateException(new SQLException("told", state));

    assertThat(DatabaseAway.isToldBy(failure)).isEqualTo(away);
  }

  @Test
  void isNotToldByAMistakeOfOurOwn() {
    assertThat(DatabaseAway.isToldBy(new IncorrectResultSizeDataAccessException(1))).isFalse();
  }
}
