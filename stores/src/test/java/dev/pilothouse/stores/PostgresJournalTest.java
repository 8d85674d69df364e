package dev.pilothouse.stores;

import static dev.pilothouse.stores.StoredEvents.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilothouse.model.Accepted;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.TenantId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PostgresJournalTest {
  @RegisterExtension static final Stores stores = new Stores();

  private final PostgresJournal journal = stores.journal();
  private final TenantId tenant = stores.tenant();

  @Test
  void queuesARunForAnAcceptedEvent() {
    Accepted accepted = journal.accept(tenant, "test", event("1"));

    assertThat(accepted.duplicate()).isFalse();
    assertThat(accepted.runs()).hasSize(1);
    assertThat(stores.runs().find(tenant, accepted.runs().getFirst())).isPresent();
  }

  @Test
  void givesTheSameDeliveryTheSameAnswerAndNoSecondRun() {
    Accepted first = journal.accept(tenant, "test", event("1"));

    Accepted second = journal.accept(tenant, "test", event("1"));

    assertThat(second).isEqualTo(new Accepted(first.id(), first.position(), first.runs(), true));
    assertThat(stores.runs().newest(tenant, 10)).hasSize(1);
  }

  @Test
  void takesTheSameNameFromAnotherTenantForAnotherEvent() {
    Accepted ours = journal.accept(tenant, "test", event("1"));

    Accepted theirs = journal.accept(stores.tenant(), "test", event("1"));

    assertThat(theirs.duplicate()).isFalse();
    assertThat(theirs.id()).isNotEqualTo(ours.id());
  }

  @Test
  void acceptsOneOfManyConcurrentDeliveriesOfTheSameEvent() throws Exception {
    Callable<Accepted> deliver = () -> journal.accept(tenant, "test", event("raced"));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Accepted>> answers =
          threads.invokeAll(IntStream.range(0, 16).mapToObj(_ -> deliver).toList());

      assertThat(answers)
          .extracting(answer -> answer.get().duplicate())
          .containsOnlyOnce(false)
          .hasSize(16);
      assertThat(answers)
          .extracting(answer -> answer.get().id())
          .containsOnly(answers.getFirst().get().id());
    }
  }

  @Test
  void leavesNothingBehindWhenAPartOfTheIntakeFails() {
    CloudEvent broken =
        new CloudEvent("s", "broken", "t", "", StoredEvents.TIME, new Json("not json"));

    assertThatThrownBy(() -> journal.accept(tenant, "test", broken))
        .isInstanceOf(DataAccessException.class);

    assertThat(stores.runs().newest(tenant, 10)).isEmpty();
    assertThat(journal.accept(tenant, "test", event("broken")).duplicate()).isFalse();
  }

  @Test
  void isAppendOnlyEvenForItsOwner() {
    journal.accept(tenant, "test", event("kept"));
    JdbcClient superuser =
        JdbcClient.create(
            new DriverManagerDataSource(
                stores.postgres.url(),
                stores.postgres.superuser().user(),
                stores.postgres.superuser().password()));

    assertThatThrownBy(() -> superuser.sql("delete from pilothouse.journal").update())
        .rootCause()
        .hasMessageContaining("append-only");
  }
}
