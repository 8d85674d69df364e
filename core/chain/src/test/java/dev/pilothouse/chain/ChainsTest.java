package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.VersionId;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ChainsTest {
  @Test
  void readAVersionOnce() {
    Chains chains = new Chains();
    assertThat(chains.of(version("a"))).isSameAs(chains.of(version("a")));
  }

  @Test
  void readOneForAllWhoWaitForIt() throws Exception {
    Chains chains = new Chains();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Definition>> read =
          threads.invokeAll(Collections.nCopies(20, () -> chains.inTurn(version("a"))));
      Definition first = chains.of(version("a"));
      for (Future<Definition> each : read) {
        assertThat(each.get()).isSameAs(first);
      }
    }
  }

  @Test
  void letTheNextOneReadAfterOneThatCannotBeRead() {
    Chains chains = new Chains();
    for (int attempt = 0; attempt < 100; attempt++) {
      assertThatThrownBy(() -> chains.inTurn(unreadable())).isInstanceOf(DefinitionProblems.class);
    }
    assertThat(chains.inTurn(version("a")).steps()).isEmpty();
  }

  @Test
  void forgetWhatIsUsedLeastWhenTheyAreFull() {
    Chains chains = new Chains(2);
    Definition first = chains.of(version("first"));
    Definition second = chains.of(version("second"));
    chains.of(version("first"));
    chains.of(version("third"));
    assertThat(chains.of(version("first"))).isSameAs(first);
    assertThat(chains.of(version("second"))).isNotSameAs(second);
  }

  @Test
  void readVersionsWhoseActionsHaveLeftTheHouse() {
    Json definition = new Json("{\"name\":\"a\",\"on\":[],\"steps\":[{\"do\":\"no.longer\"}]}");
    assertThat(new Chains().of(version(definition)).steps()).hasSize(1);
  }

  @Test
  void refuseWhatThisSoftwareCannotRead() {
    Chains chains = new Chains();
    assertThatThrownBy(() -> chains.of(unreadable())).isInstanceOf(DefinitionProblems.class);
  }

  private static AutomationVersion unreadable() {
    return version(new Json("{\"name\":\"a\",\"on\":[],\"steps\":[{\"dance\":1}]}"));
  }

  private static AutomationVersion version(String name) {
    return version(new Json("{\"name\": \"" + name + "\", \"on\": [], \"steps\": []}"));
  }

  private static AutomationVersion version(Json definition) {
    return new AutomationVersion(
        AutomationId.next(), VersionId.of(definition), "a name", definition);
  }
}
