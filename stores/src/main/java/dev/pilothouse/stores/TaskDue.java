package dev.pilothouse.stores;

import dev.pilothouse.model.RecordRef;
import dev.pilothouse.model.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// When a task is due, where a sweep can find it.
final class TaskDue {
  private TaskDue() {}

  /// A task that is past due as it is written is told of at once, by its writer: what follows from
  /// it then follows from the writer, and a loop of such tasks is seen to be one.
  ///
  /// @param due as its field says; empty for none
  /// @return whether it is past due
  static boolean set(JdbcClient tx, TenantId tenant, RecordRef task, String due) {
    return tx.sql(
            """
            update task set due_at = w.due, overdue_at = case when w.due <= now() and state = 'open' then now() end
            from (select nullif(:due, '')::timestamptz due) w where tenant_id = :tenant and id = :id
            returning overdue_at is not null overdue\
            """)
        .param("due", due)
        .param("tenant", tenant.value())
        .param("id", task.id())
        .query(Boolean.class)
        .single();
  }
}
