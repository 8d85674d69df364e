package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilothouse.spi.Journal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;

@Timeout(120)
class GroupWriterTest {
  private static final Duration SOON = Duration.ofMinutes(1);

  private final Commits commits = new Commits();
  private GroupWriter<Row, String> writer =
      writer(new GroupWriter.Bounds(100, 1_000, 1_000, 5_000));

  @AfterEach
  void end() {
    commits.goOn();
    writer.close();
  }

  @Test
  void answersALoneRowAfterItsCommit() {
    assertThat(writer.submit(row("a"))).succeedsWithin(SOON).isEqualTo("written a");
    assertThat(commits.groups).containsExactly(List.of("a"));
  }

  @Test
  void gathersInOrderWhatComesWhileACommitIsUnderWay() {
    holdACommit();
    submit("a", "b", "c");
    commits.goOn();
    writer.close();

    assertThat(commits.groups).containsExactly(List.of("held"), List.of("a", "b", "c"));
  }

  @Test
  void boundsAGroupByItsRows() {
    rewrite(new GroupWriter.Bounds(2, 1_000, 1_000, 5_000));
    holdACommit();
    submit("a", "b", "c");
    commits.goOn();
    writer.close();

    assertThat(commits.groups).endsWith(List.of("a", "b"), List.of("c"));
  }

  @Test
  void boundsAGroupByItsBytesAndLetsALargeRowGoAlone() {
    holdACommit();
    submit(
        new Row("small", "small", 600),
        new Row("large", "large", 2_000),
        new Row("after", "after", 600));
    commits.goOn();
    writer.close();

    assertThat(commits.groups).endsWith(List.of("small"), List.of("large"), List.of("after"));
  }

  @Test
  void keepsRowsOfOneKeyApartAndInOrder() {
    holdACommit();
    submit(
        new Row("k1", "k", 1),
        new Row("k2", "k", 1),
        new Row("other", "o", 1),
        new Row("k3", "k", 1));
    commits.goOn();
    writer.close();

    assertThat(commits.groups).endsWith(List.of("k1", "other"), List.of("k2"), List.of("k3"));
  }

  @Test
  void singlesOutTheRowsThatCannotBeWritten() {
    commits.refused.addAll(Set.of("n7", "n8", "n63"));
    holdACommit();
    List<CompletableFuture<String>> answers =
        submit(IntStream.range(0, 64).mapToObj(number -> "n" + number).toArray(String[]::new));
    commits.goOn();
    writer.close();

    assertThat(answers).filteredOn(CompletableFuture::isCompletedExceptionally).hasSize(3);
    assertThat(answers.get(7)).isCompletedExceptionally();
    assertThat(answers.get(8)).isCompletedExceptionally();
    assertThat(answers.get(63)).isCompletedExceptionally();
    assertThat(answers.get(0)).isCompletedWithValue("written n0");
    assertThat(commits.written).doesNotHaveDuplicates().hasSize(1 + 61);
  }

  @Test
  void keepsTheOrderOfNeighboursAroundABadRow() {
    commits.refused.add("c");
    holdACommit();
    submit("a", "b", "c", "d", "e");
    commits.goOn();
    writer.close();

    assertThat(commits.written).containsExactly("held", "a", "b", "d", "e");
  }

  @Test
  void triesADeadlockedGroupAgainAsAWhole() {
    commits.failAt("a", deadlock(), deadlock());

    assertThat(writer.submit(row("a"))).succeedsWithin(SOON);
    assertThat(commits.groups).hasSize(3);
  }

  @Test
  void failsAGroupThatDeadlocksWithoutEnd() {
    commits.failAt("a", deadlock(), deadlock(), deadlock(), deadlock(), deadlock());

    assertThat(writer.submit(row("a"))).failsWithin(SOON);
    assertThat(writer.submit(row("b"))).succeedsWithin(SOON);
  }

  @Test
  void failsAGroupWhoseConnectionBrokeAndWritesTheNext() {
    holdACommit();
    commits.failAt(
        "a", new DataAccessResourceFailureException("", new SQLException("cut", "08006")));
    List<CompletableFuture<String>> cutOff = submit("a", "b");
    commits.goOn();

    assertThat(cutOff.get(0)).failsWithin(SOON);
    assertThat(cutOff.get(1)).failsWithin(SOON);
    assertThat(writer.submit(row("c"))).succeedsWithin(SOON);
    assertThat(commits.groups).containsExactly(List.of("held"), List.of("a", "b"), List.of("c"));
  }

  @Test
  void failsAllThatWaitsWhenNoConnectionIsToBeHad() {
    rewrite(new GroupWriter.Bounds(1, 1_000, 1_000, 5_000));
    holdACommit();
    commits.failAt("a", new CannotCreateTransactionException("away"));
    List<CompletableFuture<String>> waiting = submit("a", "b", "c");
    commits.goOn();

    assertThat(waiting).allSatisfy(answer -> assertThat(answer).failsWithin(SOON));
    assertThat(commits.groups).containsExactly(List.of("held"), List.of("a"));
    assertThat(writer.submit(row("d"))).succeedsWithin(SOON);
  }

  @Test
  void turnsRowsAwayWhenTooManyWait() {
    rewrite(new GroupWriter.Bounds(100, 1_000, 2, 5_000));
    holdACommit();
    submit("a", "b");

    assertThatThrownBy(() -> submit("c")).isInstanceOf(Journal.Overloaded.class);
    assertThat(writer.waiting()).isEqualTo(2);
  }

  @Test
  void turnsRowsAwayWhenTooManyBytesWait() {
    holdACommit();
    submit(new Row("a", "a", 4_000));

    assertThatThrownBy(() -> submit(new Row("b", "b", 1_001)))
        .isInstanceOf(Journal.Overloaded.class);
    submit(new Row("c", "c", 1_000));
    assertThat(writer.waiting()).isEqualTo(2);
  }

  @Test
  void takesRowsAgainOnceTheQueueHasBeenWritten() {
    rewrite(new GroupWriter.Bounds(100, 1_000, 2, 5_000));
    holdACommit();
    List<CompletableFuture<String>> answers = submit("a", "b");
    commits.goOn();

    assertThat(answers.getLast()).succeedsWithin(SOON);
    assertThat(writer.submit(row("c"))).succeedsWithin(SOON);
  }

  @Test
  void takesARowLargerThanTheQueueWhenNoneWaits() {
    assertThat(writer.submit(new Row("huge", "huge", 1_000_000))).succeedsWithin(SOON);
  }

  @Test
  void writesWhatWaitsBeforeItEnds() {
    holdACommit();
    List<CompletableFuture<String>> answers = submit("a", "b");
    commits.goOn();

    writer.close();

    assertThat(answers).allMatch(CompletableFuture::isDone);
  }

  @Test
  void takesNothingOnceClosed() {
    writer.close();

    assertThatThrownBy(() -> submit("late")).hasMessageContaining("about to end");
  }

  @Test
  void writesNothingTwiceForACommitThatMiscounts() {
    commits.miscounts = true;

    assertThat(writer.submit(row("a"))).failsWithin(SOON);
    assertThat(commits.groups).hasSize(1);
  }

  /// Rows from here on gather, until [Commits#goOn].
  private void holdACommit() {
    commits.hold();
    submit("held");
    commits.begun.acquireUninterruptibly();
  }

  private List<CompletableFuture<String>> submit(String... names) {
    return submit(Arrays.stream(names).map(GroupWriterTest::row).toArray(Row[]::new));
  }

  private List<CompletableFuture<String>> submit(Row... rows) {
    return Arrays.stream(rows).map(row -> writer.submit(row)).toList();
  }

  private void rewrite(GroupWriter.Bounds bounds) {
    writer.close();
    writer = writer(bounds);
  }

  private GroupWriter<Row, String> writer(GroupWriter.Bounds bounds) {
    return new GroupWriter<>(
        "group-writer-of-test",
        bounds,
        new GroupWriter.Shape<>(Row::key, Row::bytes),
        commits::commit);
  }

  private static Row row(String name) {
    return new Row(name, name, 1);
  }

  private static RuntimeException deadlock() {
    return new CannotAcquireLockException("", new SQLException("deadlock detected", "40P01"));
  }

  private record Row(String name, Object key, long bytes) {}

  /// A database that can be held up and fails as told.
  private static final class Commits {
    final List<List<String>> groups = new CopyOnWriteArrayList<>();
    final List<String> written = new CopyOnWriteArrayList<>();
    final ConcurrentHashMap<String, Deque<RuntimeException>> failures = new ConcurrentHashMap<>();
    final Set<String> refused = new HashSet<>();
    final Semaphore begun = new Semaphore(0);
    private final Semaphore gate = new Semaphore(Integer.MAX_VALUE / 2);
    volatile boolean miscounts;

    List<String> commit(List<Row> rows) {
      List<String> names = rows.stream().map(Row::name).toList();
      groups.add(names);
      begun.release();
      gate.acquireUninterruptibly();
      for (String name : names) {
        failOnce(failures.getOrDefault(name, new ArrayDeque<>()));
      }
      if (names.stream().anyMatch(refused::contains)) {
        throw new DataIntegrityViolationException("", new SQLException("bad row", "23514"));
      }
      written.addAll(names);
      return miscounts ? List.of() : names.stream().map(name -> "written " + name).toList();
    }

    /// Each of the failures ends one commit that holds the row.
    void failAt(String name, RuntimeException... inTurn) {
      failures.put(name, new ArrayDeque<>(List.of(inTurn)));
    }

    private static void failOnce(Deque<RuntimeException> failures) {
      if (!failures.isEmpty()) {
        throw failures.remove();
      }
    }

    void hold() {
      gate.drainPermits();
    }

    void goOn() {
      gate.release(Integer.MAX_VALUE / 4);
    }
  }
}
