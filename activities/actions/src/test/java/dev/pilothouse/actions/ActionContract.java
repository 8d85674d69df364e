package dev.pilothouse.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.pilothouse.actions.schema.ActionInputCheck;
import dev.pilothouse.actions.schema.DescriptorFile;
import dev.pilothouse.actions.schema.InputSchema;
import dev.pilothouse.actions.schema.InvalidInput;
import dev.pilothouse.actions.schema.JsonTree;
import dev.pilothouse.model.EffectClass;
import dev.pilothouse.model.Json;
import dev.pilothouse.spi.Action;
import dev.pilothouse.spi.ActionAnswer;
import dev.pilothouse.spi.ActionCall;
import dev.pilothouse.spi.ActionDescriptor;
import dev.pilothouse.spi.ActionPromises;
import dev.pilothouse.spi.CallOptions;
import dev.pilothouse.spi.Preview;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What every action must say of itself, and keep.
public interface ActionContract {
  Action action();

  @Test
  default void isNamedByItsFamilyAndVerb() {
    assertThat(descriptor().name()).matches("[a-z]+(\\.[a-z]+(_[a-z]+)*)?");
  }

  @Test
  default void tellsPeopleWhatItIs() {
    assertThat(descriptor().title()).matches("[A-Z].{2,60}[^.]");
    assertThat(descriptor().about()).endsWith(".").hasSizeBetween(20, 400);
    assertThat(descriptor().reversibility()).endsWith(".").hasSizeGreaterThan(10);
  }

  @Test
  default void hasAnExampleThatFitsItsSchema() {
    JsonNode example = JsonTree.of(descriptor().example());
    assertThat(new ActionInputCheck().check(descriptor(), example)).isEmpty();
  }

  @Test
  default void describesItsOutput() {
    assertThat(JsonTree.of(descriptor().output()).properties()).isNotEmpty();
  }

  @Test
  default void tellsTheClassesThatItsKindCanHave() {
    List<String> known = Stream.of(EffectClass.values()).map(EffectClass::text).toList();
    assertThat(descriptor().promises().classes()).isNotEmpty().isSubsetOf(known);
    switch (action()) {
      case Action.Computation _ ->
          assertThat(descriptor().promises().classes()).containsExactly("pure");
      case Action.InBooks _ ->
          assertThat(descriptor().promises().classes()).containsExactly("transactional");
      case Action.Outside outside ->
          assertThat(descriptor().promises().classes())
              .doesNotContain("transactional")
              .contains(outside.effectClass(exampleCall()).text());
    }
  }

  @Test
  default void tellsHowItIsReadBackWhereItCanBe() {
    ActionPromises promises = descriptor().promises();
    assertThat(promises.readBack().isPresent())
        .isEqualTo(promises.classes().contains(EffectClass.RECONCILABLE.text()));
  }

  @Test
  default void tellsWhatItsExampleWouldDo() {
    Preview preview = preview(exampleCall());
    assertThat(preview.sentence()).matches("(?s)[A-Z].*\\.");
    assertThat(JsonTree.of(preview.details()).isObject()).isTrue();
  }

  @Test
  default void answersWhatItsOutputSchemaPromises() throws InvalidInput {
    InputSchema output = InputSchema.of(descriptor().output());
    if (preview(exampleCall()).answer().orElse(null) instanceof ActionAnswer.Done(Json answer)) {
      var _ = output.read(answer, "output");
    }
    if (action() instanceof Action.InBooks changing) {
      assertThat(changing.change(exampleCall(), new NotedBooks()))
          .isInstanceOfSatisfying(
              ActionAnswer.Done.class,
              done ->
                  assertThatCode(() -> output.read(done.output(), "output"))
                      .doesNotThrowAnyException());
    }
  }

  @Test
  default void refusesBadInputBeforeItDoesAnything() throws InterruptedException {
    ActionCall bad = ACall.with("[]", CallOptions.NONE);
    NotedBooks books = new NotedBooks();
    ActionAnswer answer =
        switch (action()) {
          case Action.Computation computation -> computation.compute(bad);
          case Action.InBooks changing -> changing.change(bad, books);
          case Action.Outside outside -> outside.call(bad);
        };
    if (takesAnything()) {
      assertThat(answer).isInstanceOf(ActionAnswer.Done.class);
    } else {
      assertThat(AnswerInAWord.of(answer)).isEqualTo("failed input.invalid");
      assertThat(preview(bad).answer().map(AnswerInAWord::of)).contains("failed input.invalid");
      assertThat(preview(bad).sentence()).startsWith("Fails: Expected ").contains("'with'");
    }
    assertThat(books.isUntouched()).isTrue();
  }

  /// An error that its page does not explain leaves people alone with a code.
  @Test
  default void explainsItsErrors() {
    JsonNode errors =
        JsonTree.of(DescriptorFile.text(action().getClass(), descriptor().name() + ".json"))
            .path("errors");
    assertThat(errors.isObject()).isTrue();
    assertThat(errors.properties())
        .allSatisfy(error -> assertThat(error.getKey()).matches("[a-z]+\\.[a-z_]+"))
        .allSatisfy(error -> assertThat(error.getValue().asString()).endsWith("."));
  }

  private Preview preview(ActionCall call) {
    return switch (action()) {
      case Action.Computation computation -> computation.preview(call);
      case Action.InBooks changing -> changing.preview(call, new NotedBooks());
      case Action.Outside outside -> outside.preview(call);
    };
  }

  private boolean takesAnything() {
    return !JsonTree.of(descriptor().input()).has("type");
  }

  private ActionDescriptor descriptor() {
    return action().descriptor();
  }

  private ActionCall exampleCall() {
    return ACall.with(descriptor().example().text(), CallOptions.NONE);
  }
}
