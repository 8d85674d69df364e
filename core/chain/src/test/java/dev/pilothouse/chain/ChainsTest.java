package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.VersionId;
import org.junit.jupiter.api.Test;

class ChainsTest {
  @Test
  void readAVersionOnce() {
    Chains chains = new Chains();
    assertThat(chains.of(version("a"))).isSameAs(chains.of(version("a")));
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
    AutomationVersion newer =
        version(new Json("{\"name\":\"a\",\"on\":[],\"steps\":[{\"dance\":1}]}"));
    assertThatThrownBy(() -> chains.of(newer)).isInstanceOf(DefinitionProblems.class);
  }

  private static AutomationVersion version(String name) {
    return version(new Json("{\"name\": \"" + name + "\", \"on\": [], \"steps\": []}"));
  }

  private static AutomationVersion version(Json definition) {
    return new AutomationVersion(
        AutomationId.next(), VersionId.of(definition), "a name", definition);
  }
}
