package dev.pilothouse.spi;

import dev.pilothouse.model.EffectId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.Order;
import dev.pilothouse.model.RunRef;

/// How people take the wheel of a run.
public interface Control {
  /// Commits the order; the run follows it between two steps, a cancel also cuts the call under
  /// way.
  Answer order(RunRef run, Order order, String actor, String reason);

  /// A person's word on an effect nobody knows the outcome of.
  Answer resolve(RunRef run, EffectId effect, Word word, String actor, String reason);

  sealed interface Word {
    record Happened(Json output) implements Word {}

    record DidNotHappen() implements Word {}
  }

  sealed interface Answer {
    record Given() implements Answer {}

    /// There is none, or it belongs to somebody else.
    record NoSuch() implements Answer {}

    /// It cannot be followed as the run stands.
    ///
    /// @param sentence what was expected, what was found, and what to do
    record Refused(String sentence) implements Answer {}
  }
}
