package dev.pilothouse.actions.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.actions.ActionsConfig;
import dev.pilothouse.actions.BuiltInActions;
import dev.pilothouse.spi.ActionDescriptor;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActionInputCheckTest {
  private static final BuiltInActions ACTIONS = new BuiltInActions(ActionsConfig.defaults());

  private final ActionInputCheck check = new ActionInputCheck();

  @Test
  void namesWhatIsMissing() {
    assertThat(faults("http.request", "{}"))
        .containsExactly(
            new InputFault("with.url", "Expected a value at 'with.url', but found none."));
  }

  @Test
  void namesWhatIsNotKnownAndWhatIs() {
    assertThat(faults("crm.update_deal", "{\"id\":\"1\",\"fields\":{\"a\":1},\"feilds\":{}}"))
        .containsExactly(
            new InputFault(
                "with.feilds", "Expected one of 'id', 'fields' at 'with', but found 'feilds'."));
  }

  @Test
  void namesEachWrongType() {
    assertThat(faults("mail.send", "{\"to\":[\"a@b.example\",7],\"subject\":true}"))
        .containsExactlyInAnyOrder(
            new InputFault(
                "with.to[1]", "Expected a text at 'with.to[1]', but found the number 7."),
            new InputFault("with.subject", "Expected a text at 'with.subject', but found true."));
  }

  @Test
  void listsTheWordsToChooseFrom() {
    assertThat(faults("http.request", "{\"url\":\"https://a.example\",\"method\":\"FETCH\"}"))
        .singleElement()
        .extracting(InputFault::message)
        .asString()
        .startsWith("Expected one of 'GET', 'HEAD'")
        .endsWith("at 'with.method', but found 'FETCH'.");
  }

  @Test
  void takesAnExpressionForAnyType() {
    assertThat(
            faults(
                "http.request",
                "{\"url\":\"${event.data.url}\",\"method\":\"${m}\",\"headers\":\"${h}\","
                    + "\"query\":{\"a\":\"${q}\"}}"))
        .isEmpty();
  }

  @Test
  void takesAnExpressionForTheWholeInput() {
    assertThat(faults("crm.update_deal", "\"${steps.a}\"")).isEmpty();
  }

  @Test
  void findsWhatIsWrongBesideAnExpression() {
    assertThat(faults("crm.update_deal", "{\"id\":\"${event.subject}\",\"fields\":7}"))
        .extracting(InputFault::path)
        .containsExactly("with.fields");
  }

  @Test
  void takesAnythingToTransform() {
    assertThat(faults("transform", "[1, {\"a\": null}]")).isEmpty();
  }

  private List<InputFault> faults(String action, String with) {
    ActionDescriptor descriptor = ACTIONS.named(action).orElseThrow().descriptor();
    return check.check(descriptor, JsonTree.of(with));
  }
}
