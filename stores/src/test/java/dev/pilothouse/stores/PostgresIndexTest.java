package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Matching.Changes;
import dev.pilothouse.spi.Matching.Index;
import dev.pilothouse.spi.Matching.Indexed;
import dev.pilothouse.spi.Publications.Order;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresIndexTest {
  @RegisterExtension static final Stores stores = new Stores();

  private final PostgresIndex index = stores.index();
  private final TenantId tenant = stores.tenant();

  @Test
  void isEmptyBeforeTheFirstPublish() {
    assertThat(index.published(tenant)).isEqualTo(new Index(0, List.of()));
  }

  @Test
  void loadsEveryTenantAtOnce() {
    AutomationVersion ours = stores.publish(tenant, "Greet");
    TenantId other = stores.tenant();
    AutomationVersion theirs = stores.publish(other, "Greet");

    assertThat(index.published())
        .containsEntry(tenant, new Index(1, List.of(new Indexed(ours, false))))
        .containsEntry(other, new Index(1, List.of(new Indexed(theirs, false))));
  }

  @Test
  void tellsWhatHasChangedSince() {
    stores.publish(tenant, "Stays");
    AutomationVersion paused = stores.publish(tenant, "Paused");
    AutomationVersion gone = stores.publish(tenant, "Gone");
    AutomationVersion comes = stores.publish(tenant, "Comes");
    stores.pause(tenant, paused.automation());
    stores.publications().archive(new Order(tenant, gone.automation(), "test", ""));

    Changes changes = index.changed(tenant, 3).orElseThrow();

    assertThat(changes.epoch()).isEqualTo(6);
    assertThat(changes.now())
        .containsExactlyInAnyOrder(new Indexed(paused, true), new Indexed(comes, false));
    assertThat(changes.gone()).containsExactly(gone.automation());
    assertThat(index.changed(tenant, 0).orElseThrow().now()).hasSize(3);
  }

  @Test
  void tellsThatNothingHasChanged() {
    stores.publish(tenant, "Stays");

    assertThat(index.changed(tenant, 1)).contains(new Changes(1, List.of(), Set.of()));
  }

  @Test
  void sendsWhoMissesPartOfTheHistoryToReadAll() {
    stores.publish(tenant, "Stays");
    stores.change("update index_epoch set epoch = 7 where tenant_id = ?", tenant.value());

    assertThat(index.changed(tenant, 1)).isEmpty();
    assertThat(index.changed(stores.tenant(), 1)).isEmpty();
  }
}
