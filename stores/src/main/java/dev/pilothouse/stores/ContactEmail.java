package dev.pilothouse.stores;

import dev.pilothouse.model.RecordKind;
import dev.pilothouse.model.RecordRef;
import dev.pilothouse.model.TenantId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One address belongs to one contact of a tenant.
record ContactEmail(TenantId tenant, String address) {
  /// Held until the end of the transaction: of two that want the same address the second sees what
  /// the first has made of it, instead of breaking on the index.
  void lock(JdbcClient tx) {
    tx.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("contact " + tenant + " " + address)
        .query((_, _) -> true)
        .single();
  }

  Optional<RecordRef> holder(JdbcClient tx) {
    return tx.sql("select id from contact where tenant_id = ? and email = ?")
        .params(tenant.value(), address)
        .query((row, _) -> new RecordRef(RecordKind.CONTACT, row.getString("id")))
        .optional();
  }
}
