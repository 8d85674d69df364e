package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.Draft;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Company.Standing;
import dev.pilothouse.spi.Journal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresCompanyTest {
  @RegisterExtension static final Stores stores = new Stores();

  private static final Draft DRAFT = Draft.of(new Json("{\"name\": \"A\", \"steps\": []}"));

  private final TenantId tenant = stores.tenant();
  private final PostgresCompany company =
      new PostgresCompany(stores.database(), stores.door(), stores.started());

  @Test
  void isNewUntilSomebodySaysOtherwise() {
    assertThat(company.of(tenant))
        .returns(false, Standing::named)
        .returns(false, Standing::settled)
        .returns(Optional.empty(), Standing::first);
  }

  @Test
  void getsANameWhichTheJournalTells() {
    String name = "Harbour & Finch " + tenant;

    assertThat(company.rename(tenant, name, "person/1")).isTrue();

    assertThat(company.of(tenant)).returns(true, Standing::named);
    assertThat(company.of(tenant).tenant().name()).isEqualTo(name);
    assertThat(entries())
        .singleElement()
        .satisfies(written -> {
          assertThat(written.entry().event().type()).isEqualTo("tenant.renamed");
          assertThat(written.entry().actor()).isEqualTo("person/1");
          assertThat(written.entry().change().orElseThrow().after().text()).contains(name);
        });
  }

  @Test
  void keepsItsNameWithoutTellingOfIt() {
    assertThat(company.rename(tenant, company.of(tenant).tenant().name(), "person/1")).isTrue();

    assertThat(company.of(tenant)).returns(true, Standing::named);
    assertThat(entries()).isEmpty();
  }

  @Test
  void doesNotTakeTheNameOfAnother() {
    String taken = company.of(stores.tenant()).tenant().name();

    assertThat(company.rename(tenant, taken, "person/1")).isFalse();

    assertThat(company.of(tenant).tenant().name()).isNotEqualTo(taken);
    assertThat(entries()).isEmpty();
  }

  @Test
  void isSettledWhenSomebodySaysSo() {
    TenantId neighbour = stores.tenant();

    company.settle(tenant);
    company.settle(tenant);

    assertThat(company.of(tenant)).returns(true, Standing::settled);
    assertThat(company.of(neighbour)).returns(false, Standing::settled);
  }

  @Test
  void isSettledWithAnAutomationOfItsOwn() {
    made("There from the start", "pilothouse");
    assertThat(company.of(tenant)).returns(false, Standing::settled);

    AutomationId own = made("Greet", "person/1");
    made("Bill", "person/1");

    assertThat(company.of(tenant))
        .returns(true, Standing::settled)
        .returns(Optional.of(own), Standing::first);
  }

  private AutomationId made(String name, String actor) {
    return stores.automations().create(tenant, name, DRAFT, actor).orElseThrow();
  }

  private List<JournalEntry> entries() {
    return stores.journal().page(tenant, Journal.Filter.ALL, Optional.empty(), 10);
  }
}
