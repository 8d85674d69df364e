package dev.pilothouse.stores;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.stores.FailureRows.Failure;
import dev.pilothouse.stores.LedgerStatement.Move;
import dev.pilothouse.stores.LedgerStatement.Written;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Tells people of runs that failed, in the transaction that ends them, where their automation asks
/// for it. Of many in a short time only the first are told by themselves.
final class FailureNotices {
  private FailureNotices() {}

  /// Last of all in its transaction: processes whose runs of one automation fail wait for each
  /// other here, and must hold nothing then that somebody else is still to ask for.
  static void tell(JdbcClient tx, List<Written> written) {
    List<RunRef> failed =
        written.stream()
            .filter(it -> it.move().filter(FailureNotices::isFailure).isPresent())
            .map(Written::ref)
            .toList();
    if (!failed.isEmpty()) {
      FailureRows.asked(tx, failed).stream()
          .collect(groupingBy(Failure::automation, LinkedHashMap::new, toList()))
          .forEach((automation, failures) -> tell(tx, automation, failures));
    }
  }

  private static boolean isFailure(Move move) {
    return move.ended() && move.state() == RunState.FAILED;
  }

  private static void tell(JdbcClient tx, AutomationId automation, List<Failure> failures) {
    int byThemselves = FailureRows.count(tx, automation, failures);
    failures.subList(0, byThemselves).forEach(failure -> failure.tell(tx));
  }
}
