package dev.pilothouse.spi;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.RecordRef;
import java.util.List;

/// What became of a change of one of our own records. All but [Done] leave everything as it was.
public sealed interface Kept {
  /// It stands as wanted, and the journal tells of it.
  ///
  /// @param before JSON null where there was none
  /// @param after the same as `before` where there was nothing to change; nothing was written then
  record Done(RecordRef record, Json before, Json after, long version) implements Kept {}

  /// What was given cannot be kept.
  record Unfit(RecordRef record, List<Misfit> misfits) implements Kept {
    public Unfit {
      misfits = List.copyOf(misfits);
    }
  }

  /// There is none, or it belongs to somebody else.
  record NoSuch(RecordRef record) implements Kept {}

  /// Another record has what only one may have.
  ///
  /// @param what of it, such as `the e-mail 'ada@example.com'`
  record Taken(RecordRef by, String what) implements Kept {}

  /// Somebody changed it since it was read.
  ///
  /// @param version of now
  record Outdated(RecordRef record, long version) implements Kept {}

  /// One field that does not fit.
  ///
  /// @param field its name
  /// @param expected and `found` are halves of one sentence: expected this, but found that
  /// @param hint what to do about it; empty where the sentence says it all
  record Misfit(String field, String expected, String found, String hint) {
    public String sentence() {
      return "Expected " + expected + ", but found " + found + ".";
    }
  }
}
