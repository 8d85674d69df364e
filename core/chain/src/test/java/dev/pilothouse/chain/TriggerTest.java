package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggerTest {
  @ParameterizedTest
  @CsvSource({
    "crm.deal.won, crm.deal.won, true",
    "crm.deal.won, crm.deal.wonder, false",
    "crm.*, crm.deal.won, true",
    "crm.*, crm, false",
    "crm.*, crms.a, false",
    "crm.deal*, crm.deals.won, true",
    "*, crm.deal.won, true",
    "*, run.finished, false",
    "run.*, run.finished, true",
    "run.finished, run.finished, true",
    "r*, run.finished, false",
    "ru*, rubber.duck, true",
  })
  void acceptsATypeAFamilyOrAll(String event, String type, boolean accepted) {
    assertThat(new Trigger.OnEvent(event, Optional.empty()).accepts(Events.of(type)))
        .isEqualTo(accepted);
  }

  @Test
  void ofAStarAcceptsOnlyWhatCameFromOutside() {
    NewEntry ours = Events.caused("task.created");
    assertThat(new Trigger.OnEvent("*", Optional.empty()).accepts(ours)).isFalse();
    assertThat(new Trigger.OnEvent("task.*", Optional.empty()).accepts(ours)).isTrue();
  }

  @Test
  void asksItsCondition() {
    assertThat(large().accepts(Events.of("a", "{\"amount\": 1001}"))).isTrue();
    assertThat(large().accepts(Events.of("a", "{\"amount\": 1000}"))).isFalse();
  }

  @Test
  void doesNotAcceptWhatItsConditionCannotJudge() {
    assertThat(large().accepts(Events.of("a", "{}"))).isFalse();
    assertThat(large().accepts(Events.of("a"))).isFalse();
    assertThat(large().accepts(Events.of("a", "{\"amount\": \"much\"}"))).isFalse();
  }

  @Test
  void startsItsDefinitionIfAnyOfThemAccepts() {
    Definition two = read("[{\"event\": \"a\", \"when\": \"false\"}, {\"event\": \"*\"}]", "");
    assertThat(two.startsOn(Events.of("a"))).isTrue();
    assertThat(read("[]", "").startsOn(Events.of("a"))).isFalse();
  }

  @Test
  void leavesTheKeyOfConcurrencyEmptyWhereItCannotBeWorkedOut() {
    Definition keyed = read("[]", ", \"concurrency\": {\"key\": \"deal-${event.data.id}\"}");
    assertThat(keyed.concurrencyKey(Events.of("a", "{\"id\": 7}"))).isEqualTo("deal-7");
    assertThat(keyed.concurrencyKey(Events.of("a", "{}"))).isEmpty();
    assertThat(read("[]", "").concurrencyKey(Events.of("a"))).isEmpty();
  }

  private static Trigger.OnEvent large() {
    return read("[{\"event\": \"a\", \"when\": \"event.data.amount > 1000.0\"}]", "")
        .events()
        .findFirst()
        .orElseThrow();
  }

  private static Definition read(String on, String more) {
    return new DefinitionReader(new FewActions())
        .read(new Json("{\"name\": \"n\", \"steps\": [], \"on\": " + on + more + "}"));
  }
}
