package dev.pilothouse.builderapi;

import dev.pilothouse.spi.Control;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/// What became of an order or a word, in terms of HTTP.
final class Answers {
  private Answers() {}

  static void requireGiven(Control.Answer answer, Supplier<RefusedException> unknown) {
    switch (answer) {
      case Control.Answer.Given _ -> {}
      case Control.Answer.NoSuch _ -> throw unknown.get();
      case Control.Answer.Refused(String sentence) ->
          throw RefusedException.because(HttpStatus.CONFLICT, sentence);
    }
  }
}
