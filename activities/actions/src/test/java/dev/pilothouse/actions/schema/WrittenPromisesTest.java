package dev.pilothouse.actions.schema;

import static dev.pilothouse.model.EffectClass.KEYED;
import static dev.pilothouse.model.EffectClass.ONCE;
import static dev.pilothouse.model.EffectClass.PURE;
import static dev.pilothouse.model.EffectClass.RECONCILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.actions.ActionsConfig;
import dev.pilothouse.actions.BuiltInActions;
import dev.pilothouse.model.EffectClass;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenPromisesTest {
  private static final BuiltInActions ACTIONS = new BuiltInActions(ActionsConfig.defaults());

  private final WrittenPromises promises = new WrittenPromises();

  @Test
  void areAllThatTheActionHasWhereItsInputDecidesNothing() {
    assertThat(classes("mail.send", "{\"to\": \"${event.data.mail}\"}")).containsExactly(ONCE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"method\": \"GET\"}", "{\"url\": \"${u}\", \"method\": \"HEAD\"}"})
  void areThatNothingChangesWhereTheInputSaysSo(String with) {
    assertThat(classes("http.request", with)).containsExactly(PURE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
  void areThatSomethingChangesWhereTheInputSaysSo(String method) {
    assertThat(classes("http.request", "{\"method\": \"" + method + "\"}"))
        .containsExactlyInAnyOrder(KEYED, RECONCILABLE, ONCE);
  }

  @Test
  void areEitherWhereAnExpressionDecides() {
    assertThat(classes("http.request", "{\"method\": \"${event.data.method}\"}"))
        .containsExactlyInAnyOrder(PURE, KEYED, RECONCILABLE, ONCE);
  }

  private Set<EffectClass> classes(String action, String with) {
    return promises.written(
        ACTIONS.named(action).orElseThrow().descriptor().promises(), JsonTree.of(with));
  }
}
