package dev.pilothouse.stores;

import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.spi.Matching.Match;
import dev.pilothouse.spi.Matching.Terms;
import dev.pilothouse.spi.Reruns;
import dev.pilothouse.spi.RunStarter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// New runs of earlier ones, each in one transaction with what it keeps, the entry that tells of it
/// and the key it was asked for by.
public final class PostgresReruns implements Reruns {
  private static final int TRIES = 5;

  private final Database database;
  private final JournalWriter journal;
  private final RunStarter starter;

  public PostgresReruns(Database database, JournalWriter journal, RunStarter starter) {
    this.database = database;
    this.journal = journal;
    this.starter = starter;
  }

  @Override
  public Answer again(RunRef run, Request request) {
    for (int tries = 1; true; tries++) {
      try {
        Done done = database.asSystem(tx -> once(tx, run, request));
        done.startWith(starter);
        return done.answer();
      } catch (RuntimeException failure) {
        if (tries == TRIES || CommitFailure.of(failure) != CommitFailure.COLLIDED) {
          throw failure;
        }
      }
    }
  }

  private Done once(JdbcClient tx, RunRef run, Request request) {
    return EarlierRun.find(tx, run)
        .map(earlier -> new Once(tx, earlier, request).done())
        .orElseGet(() -> Done.of(new Answer.NoSuch()));
  }

  /// One request in one transaction.
  private final class Once {
    private final JdbcClient tx;
    private final EarlierRun earlier;
    private final Request request;
    private final String asked;

    Once(JdbcClient tx, EarlierRun earlier, Request request) {
      this.tx = tx;
      this.earlier = earlier;
      this.request = request;
      asked = "rerun of " + earlier.ref().run() + " " + inALine(request.what());
    }

    Done done() {
      return repeated().map(Done::of).orElseGet(this::first);
    }

    private Optional<Answer> repeated() {
      return request
          .key()
          .flatMap(key -> AskedOnce.find(tx, earlier.ref().tenant(), key))
          .map(known ->
              known.asked().equals(asked)
                  ? bornBefore(known)
                  : new Answer.OtherRequest(known.run()));
    }

    private Answer bornBefore(AskedOnce.Earlier known) {
      return new Answer.Born(
          known.run(),
          RerunRows.walked(tx, known.run()),
          earlier.walked().numbered(),
          earlier.inForce().numbered(),
          RerunRows.kept(tx, known.run()),
          true);
    }

    private Done first() {
      return RerunRules.objection(tx, earlier, request.what())
          .map(Done::refused)
          .orElseGet(this::admitted);
    }

    private Done admitted() {
      EarlierRun.Walked walks =
          switch (request.what()) {
            case What.AllInForce _ -> earlier.inForce();
            case What.AllAsBefore _, What.From _ -> earlier.walked();
          };
      return journal
          .terms(walks.version(), earlier.event())
          .map(terms -> inTurn(walks, terms))
          .orElseGet(() ->
              Done.refused(
                  "Version "
                      + walks.number()
                      + " was published by a newer version of this software and cannot be read here."));
    }

    /// A person asked for it: only its turn is heeded.
    private Done inTurn(EarlierRun.Walked walks, Terms terms) {
      Terms turn = new Terms(Optional.empty(), Optional.empty(), terms.turn());
      Candidate candidate =
          new Candidate(earlier.event(), new Match(walks.version(), false, turn), 0);
      KeyLocks.take(tx, List.of(candidate));
      OpenTurns turns = new OpenTurns(tx, List.of(candidate));
      return turns
          .refusal(candidate)
          .map(refusal -> Done.refused(refusal.reason()))
          .orElseGet(() -> born(walks, Verdict.fired(candidate), turns));
    }

    private Done born(EarlierRun.Walked walks, Verdict verdict, OpenTurns turns) {
      turns.count(verdict);
      request
          .key()
          .ifPresent(key ->
              AskedOnce.note(
                  tx,
                  earlier.ref().tenant(),
                  key,
                  new AskedOnce.Earlier(asked, verdict.born().run())));
      RerunEntry entry = RerunEntry.of(earlier, request, verdict.born().run(), walks);
      Appended appended = journal.append(tx, List.of(entry.entry()));
      RerunRows.insert(
          tx,
          earlier,
          verdict,
          entry.from(),
          entry.entry().id(),
          appended.accepted(entry.entry().id()).position());
      int kept = keep(verdict.born().run());
      List<RunRef> free = new ArrayList<>(ReplacedRuns.order(tx, turns.replaced()));
      free.add(verdict.born());
      return new Done(answer(walks, verdict.born().run(), kept), appended, free);
    }

    private int keep(RunId born) {
      return switch (request.what()) {
        case What.AllInForce _, What.AllAsBefore _ -> 0;
        case What.From(_, var steps) -> RerunRows.keep(tx, earlier.ref().run(), born, steps);
      };
    }

    private Answer answer(EarlierRun.Walked walks, RunId born, int kept) {
      return new Answer.Born(
          born,
          walks.numbered(),
          earlier.walked().numbered(),
          earlier.inForce().numbered(),
          kept,
          false);
    }
  }

  private static String inALine(What what) {
    return switch (what) {
      case What.AllInForce _ -> "with the version in force";
      case What.AllAsBefore _ -> "with the same version";
      case What.From(var step, _) -> "from " + step;
    };
  }

  /// @param free runs that nobody walks
  private record Done(Answer answer, Appended appended, List<RunRef> free) {
    static Done of(Answer answer) {
      return new Done(answer, Appended.NOTHING, List.of());
    }

    static Done refused(String sentence) {
      return of(new Answer.Refused(sentence));
    }

    void startWith(RunStarter starter) {
      appended.startWith(starter);
      if (!free.isEmpty()) {
        starter.freed(free);
      }
    }
  }
}
