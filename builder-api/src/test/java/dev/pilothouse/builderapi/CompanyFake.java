package dev.pilothouse.builderapi;

import dev.pilothouse.model.Tenant;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Company;
import java.util.Optional;

/// One company, whoever asks. The name 'Taken' is another's.
final class CompanyFake implements Company {
  private volatile Standing standing =
      new Standing(new Tenant(AccountsFake.TENANT, "Acme"), false, false, Optional.empty());

  volatile String lastActor = "";

  @Override
  public Standing of(TenantId tenant) {
    return standing;
  }

  @Override
  public boolean rename(TenantId tenant, String name, String actor) {
    if (name.equals("Taken")) {
      return false;
    }
    lastActor = actor;
    standing = new Standing(new Tenant(tenant, name), true, standing.settled(), standing.first());
    return true;
  }

  @Override
  public void settle(TenantId tenant) {
    standing = new Standing(standing.tenant(), standing.named(), true, standing.first());
  }
}
