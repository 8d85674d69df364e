package dev.pilothouse.stores;

import static dev.pilothouse.model.AutomationState.ARCHIVED;
import static dev.pilothouse.model.AutomationState.DRAFT;
import static dev.pilothouse.model.AutomationState.PUBLISHED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationState;
import dev.pilothouse.model.Draft;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NumberedVersion;
import dev.pilothouse.model.SourceFormat;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.model.WrittenText;
import dev.pilothouse.spi.Automations.Automation;
import dev.pilothouse.spi.Automations.Drafted;
import dev.pilothouse.spi.Automations.Filter;
import dev.pilothouse.spi.Automations.Saved;
import dev.pilothouse.spi.Automations.Version;
import dev.pilothouse.spi.Automations.VersionRow;
import dev.pilothouse.spi.Publications.Order;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresAutomationsTest {
  @RegisterExtension static final Stores stores = new Stores();

  /// Spaced and ordered as no database would.
  private static final String GREET = "{\"steps\":[],  \"name\":\"Greet\", \"area\":\"sales\"}";

  private static final Set<AutomationState> ANY = EnumSet.allOf(AutomationState.class);

  private final PostgresAutomations automations = stores.automations();
  private final TenantId tenant = stores.tenant();

  @Test
  void keepsADraftAsItsAuthorWroteIt() {
    AutomationId id = created("Greet", GREET);

    Drafted found = found(id);

    assertThat(found.draft().source()).isEqualTo(new WrittenText(SourceFormat.JSON, GREET));
    assertThat(found.automation())
        .extracting(Automation::name, Automation::area, Automation::owner, Automation::state)
        .containsExactly("Greet", "sales", "", DRAFT);
    assertThat(found.automation().published()).isEmpty();
    assertThat(found.saved().actor()).isEqualTo("ann");
  }

  @Test
  void keepsCommentsOfTheText() {
    Draft yaml =
        new Draft(
            new Json("{\"name\": \"Greet\"}"),
            new WrittenText(SourceFormat.YAML, "# ours\nname: Greet\n"));
    AutomationId id = automations.create(tenant, "Greet", yaml, "ann").orElseThrow();

    assertThat(found(id).draft()).isEqualTo(yaml);
  }

  @Test
  void takesEachNameOnceInATenantButLeavesTheNameOfWhatIsArchived() {
    AutomationId id = created("Greet", GREET);

    assertThat(automations.create(tenant, "Greet", draft(GREET), "ann")).isEmpty();
    assertThat(automations.create(stores.tenant(), "Greet", draft(GREET), "ann")).isPresent();
    var _ = stores.publications().archive(order(id));
    assertThat(automations.create(tenant, "Greet", draft(GREET), "ann")).isPresent();
  }

  @Test
  void hidesAnAutomationFromOtherTenants() {
    AutomationId id = created("Greet", GREET);
    stores.publish(tenant, id);
    TenantId other = stores.tenant();

    assertThat(automations.find(other, id)).isEmpty();
    assertThat(automations.version(other, id, 1)).isEmpty();
    assertThat(automations.versions(other, id, Optional.empty(), 10)).isEmpty();
    assertThat(automations.page(other, all(), Optional.empty(), 10)).isEmpty();
    assertThat(automations.save(other, id, draft(GREET).tag(), draft("{}"), "eve"))
        .isInstanceOf(Saved.NoSuch.class);
  }

  @Test
  void savesADraftOverTheOneItWasMadeFrom() {
    AutomationId id = created("Greet", GREET);
    Draft next = draft("{\"name\": \"Greet\", \"steps\": [1]}");

    Saved saved = automations.save(tenant, id, draft(GREET).tag(), next, "ben");

    assertThat(saved).isEqualTo(new Saved.Done(found(id)));
    assertThat(found(id).draft().source()).isEqualTo(next.source());
    assertThat(found(id).saved().actor()).isEqualTo("ben");
    assertThat(found(id).automation().created().actor()).isEqualTo("ann");
  }

  @Test
  void overwritesNothingThatWasSavedMeanwhile() {
    AutomationId id = created("Greet", GREET);
    Draft hers = draft("{\"name\": \"Hers\"}");
    save(id, GREET, hers);

    Saved his = automations.save(tenant, id, draft(GREET).tag(), draft("{\"name\": \"His\"}"), "b");

    assertThat(his).isEqualTo(new Saved.Stale(found(id)));
    assertThat(found(id).draft().source()).isEqualTo(hers.source());
  }

  @Test
  void letsOneOfTwoSaveWhoSaveAtOnce() {
    AutomationId id = created("Greet", GREET);
    String seen = draft(GREET).tag();

    CompletableFuture<Saved> his =
        stores
            .database()
            .as(
                tenant,
                jdbc -> {
                  jdbc.sql("update automation set source_text = 'hers' where id = ?")
                      .param(id.value())
                      .update();
                  CompletableFuture<Saved> waiting =
                      CompletableFuture.supplyAsync(() ->
                          automations.save(tenant, id, seen, draft("{\"name\": \"His\"}"), "ben"));
                  stores.untilSomeoneWaitsForARow();
                  return waiting;
                });

    assertThat(his.join()).isInstanceOf(Saved.Stale.class);
    assertThat(found(id).draft().source().text()).isEqualTo("hers");
  }

  @Test
  void savesAlsoWhatNobodyCouldPublish() {
    AutomationId id = created("Greet", GREET);

    save(id, GREET, draft("{\"name\": 7, \"steps\": \"soon\"}"));

    assertThat(found(id).automation().name()).isEqualTo("Greet");
  }

  @Test
  void isCalledWhatItsDraftSaysUntilItIsPublished() {
    AutomationId id = created("Greet", GREET);
    String welcome = "{\"name\": \"Welcome\", \"owner\": \"ann@example.com\"}";
    save(id, GREET, draft(welcome));
    assertThat(found(id).automation().name()).isEqualTo("Welcome");
    assertThat(found(id).automation().owner()).isEqualTo("ann@example.com");
    stores.publish(tenant, id);

    save(id, welcome, draft("{\"name\": \"Later\"}"));

    assertThat(found(id).automation().name()).isEqualTo("Welcome");
    stores.publish(tenant, id);
    assertThat(found(id).automation())
        .extracting(Automation::name, Automation::owner)
        .containsExactly("Later", "");
  }

  @Test
  void leavesANameThatAnotherHasInTheDraftAlone() {
    created("Taken", "{\"name\": \"Taken\"}");
    AutomationId id = created("Greet", GREET);

    save(id, GREET, draft("{\"name\": \"Taken\"}"));

    assertThat(found(id).automation().name()).isEqualTo("Greet");
  }

  @Test
  void changesNothingOfWhatIsArchived() {
    AutomationId id = created("Greet", GREET);
    var _ = stores.publications().archive(order(id));

    Saved saved = automations.save(tenant, id, draft(GREET).tag(), draft("{}"), "ben");

    assertThat(saved).isEqualTo(new Saved.Archived(found(id)));
    assertThat(found(id).draft().source().text()).isEqualTo(GREET);
  }

  @Test
  void tellsWhetherTheDraftSaysAnythingNew() {
    AutomationId id = created("Greet", GREET);
    assertThat(found(id).automation().unpublished()).isTrue();
    stores.publish(tenant, id);
    assertThat(found(id).automation().unpublished()).isFalse();

    String spaced = "{\"area\": \"sales\",\n \"name\": \"Greet\", \"steps\": []}";
    save(id, GREET, draft(spaced));
    assertThat(found(id).automation().unpublished()).isFalse();

    save(id, spaced, draft("{\"name\": \"Greet\", \"steps\": [1]}"));
    assertThat(found(id).automation().unpublished()).isTrue();
  }

  @Test
  void pagesByName() {
    List.of("D", "B", "A", "C").forEach(name -> created(name, GREET));

    List<Automation> first = automations.page(tenant, all(), Optional.empty(), 3);

    assertThat(first).extracting(Automation::name).containsExactly("A", "B", "C");
    assertThat(automations.page(tenant, all(), Optional.of(first.getLast().id()), 3))
        .extracting(Automation::name)
        .containsExactly("D");
  }

  @Test
  void findsByStateOwnerAreaAndText() {
    AutomationId sales = created("Greet 100%", GREET);
    AutomationId old = created("Old", "{\"owner\": \"ann@example.com\"}");
    AutomationId told = created("Told", "{\"description\": \"Says GREETINGS to all\"}");
    stores.publish(tenant, told);
    var _ = stores.publications().archive(order(old));

    assertThat(found(new Filter(Set.of(PUBLISHED), "", "", ""))).containsExactly(told);
    assertThat(found(new Filter(Set.of(ARCHIVED, DRAFT), "", "", ""))).containsExactly(sales, old);
    assertThat(found(new Filter(ANY, "ann@example.com", "", ""))).containsExactly(old);
    assertThat(found(new Filter(ANY, "", "sales", ""))).containsExactly(sales);
    assertThat(found(new Filter(ANY, "", "", "greet"))).containsExactly(sales, told);
    assertThat(found(new Filter(ANY, "", "", "0%"))).containsExactly(sales);
    assertThat(found(new Filter(ANY, "", "sales", "told"))).isEmpty();
  }

  @Test
  void handsOutVersionsByNumberAndHash() {
    AutomationId id = created("Greet", GREET);
    stores.publish(tenant, id);
    save(id, GREET, draft("{\"name\": \"Greet\", \"steps\": [1]}"));
    stores.publish(tenant, id);

    Version first = automations.version(tenant, id, 1).orElseThrow();

    assertThat(first.content().source().text()).isEqualTo(GREET);
    assertThat(first.id().hash()).isEqualTo(VersionId.of(first.content().definition()));
    assertThat(first.inForce()).isFalse();
    assertThat(automations.version(tenant, id, first.id().hash())).contains(first);
    assertThat(automations.version(tenant, id, 3)).isEmpty();
    assertThat(automations.version(tenant, id, new VersionId("unheard"))).isEmpty();
  }

  @Test
  void pagesVersionsNewestFirst() {
    AutomationId id = created("Greet", GREET);
    String last = GREET;
    for (int number = 1; number <= 3; number++) {
      stores.publish(tenant, id);
      String next = "{\"name\": \"Greet\", \"steps\": [" + number + "]}";
      save(id, last, draft(next));
      last = next;
    }

    List<VersionRow> newest = automations.versions(tenant, id, Optional.empty(), 2);

    assertThat(newest)
        .extracting(it -> it.id().number(), VersionRow::inForce)
        .containsExactly(tuple(3, true), tuple(2, false));
    assertThat(automations.versions(tenant, id, Optional.of(2), 2))
        .extracting(VersionRow::id)
        .extracting(NumberedVersion::number)
        .containsExactly(1);
  }

  private AutomationId created(String name, String text) {
    return automations.create(tenant, name, draft(text), "ann").orElseThrow();
  }

  private void save(AutomationId id, String seen, Draft draft) {
    assertThat(automations.save(tenant, id, draft(seen).tag(), draft, "ann"))
        .isInstanceOf(Saved.Done.class);
  }

  private Drafted found(AutomationId id) {
    return automations.find(tenant, id).orElseThrow();
  }

  private List<AutomationId> found(Filter filter) {
    return automations.page(tenant, filter, Optional.empty(), 100).stream()
        .map(Automation::id)
        .toList();
  }

  private Order order(AutomationId id) {
    return new Order(tenant, id, "test", "");
  }

  private static Filter all() {
    return new Filter(ANY, "", "", "");
  }

  private static Draft draft(String text) {
    return Draft.of(new Json(text));
  }
}
