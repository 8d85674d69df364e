package dev.pilothouse.builderapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.pilothouse.chain.Expression;
import dev.pilothouse.chain.ExpressionFailed;
import dev.pilothouse.chain.ExpressionMistakes;
import dev.pilothouse.chain.Scope;
import dev.pilothouse.model.Caller;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.spi.Journal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Works an expression out for an event of the journal, for whoever writes it. It stands before all
/// steps: what a run would know beside the event, a dry run shows.
@RestController
final class ExpressionsController {
  private static final int MOST_LETTERS = 1_000;

  record Asked(@Nullable String expression, @Nullable String event) {}

  /// Where there is no problem, what it gives: whole, or of a long value the beginning.
  ///
  /// @param value as JSON; left out where it is long, or there is none
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Worked(
      @JsonRawValue @Nullable String value, @Nullable String preview, List<Wrong> problems) {
    static Worked out(Json value) {
      return value.text().length() > MOST_LETTERS
          ? new Worked(null, value.text().substring(0, MOST_LETTERS), List.of())
          : new Worked(value.text(), null, List.of());
    }

    static Worked not(List<Wrong> problems) {
      return new Worked(null, null, problems);
    }
  }

  /// @param at how many letters of the expression stand before it; left out where it is about the
  ///   whole
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Wrong(
      String message,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) String hint,
      @Nullable Integer at) {
    static Wrong of(ExpressionMistakes.Mistake mistake) {
      return new Wrong(mistake.message(), mistake.hint(), mistake.offset());
    }
  }

  private final PastEvent past;

  ExpressionsController(Journal journal) {
    this.past = new PastEvent(journal);
  }

  @PostMapping("/v1/expressions/preview")
  Worked preview(@AuthenticationPrincipal Caller caller, @RequestBody Asked asked) {
    Right.BUILD.require(caller);
    Faults faults = new Faults();
    String text = Optional.ofNullable(asked.expression()).orElse("");
    if (text.isBlank()) {
      faults.add("expression", "Expected an expression, but it is missing.");
    }
    String id = Optional.ofNullable(asked.event()).orElse("");
    Optional<NewEntry> event = past.named(caller, id, faults);
    faults.throwIfAny("This cannot be worked out.");
    return worked(text, event.orElseThrow());
  }

  private static Worked worked(String text, NewEntry event) {
    try {
      return Worked.out(Expression.compile(text).value(Scope.of(event)));
    } catch (ExpressionMistakes mistakes) {
      return Worked.not(mistakes.mistakes().stream().map(Wrong::of).toList());
    } catch (ExpressionFailed failed) {
      return Worked.not(List.of(new Wrong(failed.reason(), "", null)));
    }
  }
}
