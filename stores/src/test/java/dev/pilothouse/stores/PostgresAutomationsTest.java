package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.spi.Automations.Automation;
import dev.pilothouse.spi.Matching.Index;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresAutomationsTest {
  @RegisterExtension static final Stores stores = new Stores();

  /// Spaced and ordered as no database would.
  private static final Json DRAFT = new Json("{\"steps\":[],  \"name\":\"Greet\"}");

  private final PostgresAutomations automations = stores.automations();
  private final TenantId tenant = stores.tenant();

  @Test
  void keepsADraftThatStartsNothing() {
    AutomationId id = created("Greet");

    Automation found = automations.find(tenant, id).orElseThrow();

    assertThat(found.name()).isEqualTo("Greet");
    assertThat(found.published()).isEmpty();
    assertThat(automations.published(tenant)).isEqualTo(new Index(0, List.of()));
  }

  @Test
  void takesEachNameOnceInATenant() {
    created("Greet");

    assertThat(automations.create(tenant, "Greet", DRAFT, "test")).isEmpty();
    assertThat(automations.create(stores.tenant(), "Greet", DRAFT, "test")).isPresent();
  }

  @Test
  void listsByName() {
    created("B");
    created("A");

    assertThat(automations.all(tenant)).extracting(Automation::name).containsExactly("A", "B");
  }

  @Test
  void hidesAnAutomationFromOtherTenants() {
    AutomationId id = created("Greet");
    TenantId other = stores.tenant();

    assertThat(automations.find(other, id)).isEmpty();
    assertThat(automations.publish(other, id, "test")).isEmpty();
    assertThat(automations.all(other)).isEmpty();
  }

  @Test
  void publishesTheDraftAsItIsStored() {
    AutomationId id = created("Greet");

    AutomationVersion version = automations.publish(tenant, id, "test").orElseThrow();

    assertThat(automations.published(tenant)).isEqualTo(new Index(1, List.of(version)));
    assertThat(version.version()).isEqualTo(VersionId.of(version.definition()));
    assertThat(automations.find(tenant, id).orElseThrow().published()).contains(version.version());
  }

  @Test
  void changesNothingWhenTheSameIsPublishedAgain() {
    AutomationId id = created("Greet");
    AutomationVersion first = automations.publish(tenant, id, "test").orElseThrow();

    assertThat(automations.publish(tenant, id, "test")).contains(first);
    assertThat(automations.published(tenant).epoch()).isEqualTo(1);
  }

  @Test
  void numbersVersionsAndKeepsTheNumberOfOneThatComesBack() {
    AutomationId id = created("Greet");
    VersionId first = published(id);
    redraft(id, "{\"name\": \"Greet\", \"steps\": [1]}");
    VersionId second = published(id);
    redraft(id, DRAFT.text());

    assertThat(published(id)).isEqualTo(first);
    assertThat(numberOf(first)).isEqualTo(1);
    assertThat(numberOf(second)).isEqualTo(2);
    assertThat(automations.published(tenant).epoch()).isEqualTo(3);
    assertThat(automations.published(tenant).versions())
        .extracting(AutomationVersion::version)
        .containsExactly(first);
  }

  @Test
  void loadsEveryTenantAtOnce() {
    AutomationVersion ours = stores.publish(tenant, "Greet");
    TenantId other = stores.tenant();
    AutomationVersion theirs = stores.publish(other, "Greet");

    assertThat(automations.published())
        .containsEntry(tenant, new Index(1, List.of(ours)))
        .containsEntry(other, new Index(1, List.of(theirs)));
  }

  private AutomationId created(String name) {
    return automations.create(tenant, name, DRAFT, "test").orElseThrow();
  }

  private VersionId published(AutomationId id) {
    return automations.publish(tenant, id, "test").orElseThrow().version();
  }

  private void redraft(AutomationId id, String draft) {
    stores
        .database()
        .as(
            tenant,
            jdbc ->
                jdbc.sql("update automation set draft = ?::jsonb where id = ?")
                    .params(draft, id.value())
                    .update());
  }

  private int numberOf(VersionId version) {
    return stores
        .database()
        .as(
            tenant,
            jdbc ->
                jdbc.sql("select number from automation_version where hash = ?")
                    .param(version.hash())
                    .query(Integer.class)
                    .single());
  }
}
