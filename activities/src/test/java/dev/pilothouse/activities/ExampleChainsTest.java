package dev.pilothouse.activities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.spi.ActionAnswer;
import dev.pilothouse.spi.ActionAnswer.Acted;
import dev.pilothouse.spi.ActionCall;
import dev.pilothouse.spi.Ledger.Writing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every kind of step and every way it can end, as examples in files, each with the timeline it
/// must leave: in one go, and with a crash before and after every single writing.
class ExampleChainsTest {
  private static final Path FOLDER = Path.of("src/test/resources/chains");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// More than any example writes.
  private static final int MOST_WALKS = 100;

  record Example(String name, JsonNode file) {
    Json steps() {
      return new Json(file.get("steps").toString());
    }

    List<String> texts(String key) {
      return file.path(key).valueStream().map(JsonNode::asString).toList();
    }

    /// How the call of a step is answered: by its whole key, or by `done`.
    String answer(String step) {
      return file.path("answers").path(step).asString("done");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Example> examples() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().map(ExampleChainsTest::read).toList();
    }
  }

  static List<Example> examplesThatCrash() throws IOException {
    return examples().stream().filter(it -> it.file().path("crashes").asBoolean(true)).toList();
  }

  private static Example read(Path file) {
    try {
      return new Example(String.valueOf(file.getFileName()), JSON.readTree(Files.readString(file)));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void leaveTheirTimeline(Example example) {
    new Course(example).runs();
  }

  @ParameterizedTest
  @MethodSource("examplesThatCrash")
  void leaveTheSameTimelineWhereverAWalkIsBrokenOff(Example example) {
    int writings = new Course(example).runs();
    for (int at = 0; at < writings; at++) {
      new Course(example).breaksBefore(at).runs();
      new Course(example).breaksAfter(at).runs();
    }
  }

  /// One run of an example, walked until it has come to rest.
  private static final class Course {
    private final AWalk a = new AWalk();
    private final Example example;
    private final RunRef run;

    Course(Example example) {
      this.example = example;
      a.actions.answer(this::answer);
      String steps = example.steps().text();
      run =
          a.ledger.queued(
              steps.substring(1, steps.length() - 1),
              new Json(example.file().path("data").toString()));
    }

    Course breaksBefore(int writing) {
      a.ledger.before(crashAt(writing));
      return this;
    }

    Course breaksAfter(int writing) {
      a.ledger.after(crashAt(writing));
      return this;
    }

    private static Consumer<Writing> crashAt(int writing) {
      int[] seen = {0};
      return _ -> {
        if (seen[0]++ == writing) {
          throw new Crash();
        }
      };
    }

    private ActionAnswer answer(ActionCall call) {
      return switch (example.answer(call.effect().step().text())) {
        case "fails" -> new ActionAnswer.Failed(AWalk.ERROR);
        case "lost" -> AWalk.tryAgain(Acted.MAYBE);
        case "later" -> call.attempt() == 1 ? AWalk.tryAgain(Acted.NO) : FakeActions.DONE;
        default -> FakeActions.DONE;
      };
    }

    /// @return how often something was written
    int runs() {
      for (int walks = 0; !isAtRest(); walks++) {
        assertThat(walks).as("walks of %s", example).isLessThan(MOST_WALKS);
        walk();
        letLettersCome();
        a.clock.move(Duration.ofDays(walks == 0 ? 0 : 1));
      }
      assertThat(a.ledger.state(run).text())
          .as(a.ledger.reason(run))
          .isEqualTo(example.file().path("state").asString());
      assertThat(a.ledger.reason(run)).contains(example.file().path("reason").asString(""));
      assertThat(timeline()).containsExactlyInAnyOrderElementsOf(example.texts("timeline"));
      return a.ledger.written().size();
    }

    private boolean isAtRest() {
      return a.ledger.state(run).ended() || a.ledger.state(run).text().equals("needs_person");
    }

    private void walk() {
      try {
        a.ledger
            .claim(List.of(run))
            .forEach(claimed -> {
              var _ = a.walk(claimed);
            });
      } catch (Crash broken) {
        // the next walk takes the run over
      }
    }

    private void letLettersCome() {
      example
          .file()
          .path("letters")
          .properties()
          .forEach(letter -> {
            if (a.ledger.awaits(run, letter.getKey())) {
              a.ledger.send(run, letter.getKey(), letter.getValue().toString());
            }
          });
    }

    private List<String> timeline() {
      return a.ledger.steps(run).stream()
          .filter(step -> step.outcome().isPresent())
          .map(Course::line)
          .toList();
    }

    private static String line(StepRecord step) {
      return step.key()
          + " "
          + switch (step.outcome().orElseThrow()) {
            case StepOutcome.Completed(Json output) -> "completed" + shown(step, output);
            case StepOutcome.Failed _ -> "failed";
            case StepOutcome.Skipped _ -> "skipped";
            case StepOutcome.Unknown _ -> "unknown";
          };
    }

    /// What an action gives is not the chain's.
    private static String shown(StepRecord step, Json output) {
      return switch (step.label().kind()) {
        case "if", "switch", "for_each", "parallel", "set", "call", "stop" -> " " + output.text();
        case "wait" -> output.text().contains("arrived") ? " " + output.text() : "";
        default -> "";
      };
    }
  }

  private static final class Crash extends RuntimeException {}
}
