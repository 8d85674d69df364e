package dev.pilothouse.workers.platform;

import java.time.Duration;
import java.util.Map;

/// Pilothouse itself. It starts beside the others and waits for them, so that the first start is as
/// long as the longest, not as all.
record AppPart(Plan plan, Secrets secrets) implements Part {

  private static final int KILLED_BY_A_SIGNAL = 128;

  @Override
  public String name() {
    return "app";
  }

  @Override
  public String title() {
    return "Pilothouse";
  }

  @Override
  public String version() {
    return plan.version();
  }

  @Override
  public GuardedProcess.Command prepare() {
    return new GuardedProcess.Command(
        plan.appStart(), environment(), "TERM", Duration.ofSeconds(30));
  }

  @Override
  public boolean isReady() {
    return FreePorts.answers("127.0.0.1", plan.httpPort(), Duration.ofSeconds(1));
  }

  /// It waits for a part that is away, so it ends by itself only where its settings are wrong.
  @Override
  public boolean endsForAReason(int exitCode) {
    return exitCode > 0 && exitCode < KILLED_BY_A_SIGNAL;
  }

  Map<String, String> environment() {
    return Map.ofEntries(
        Map.entry("PILOTHOUSE_HTTP_PORT", Integer.toString(plan.httpPort())),
        Map.entry("PILOTHOUSE_DATABASE_URL", plan.databaseUrl()),
        Map.entry("PILOTHOUSE_DATABASE_MIGRATOR_PASSWORD", secrets.migrator()),
        Map.entry("PILOTHOUSE_DATABASE_APP_PASSWORD", secrets.app()),
        Map.entry("PILOTHOUSE_DATABASE_SYSTEM_PASSWORD", secrets.system()),
        Map.entry("PILOTHOUSE_TEMPORAL_TARGET", plan.temporal().target()),
        Map.entry("PILOTHOUSE_TEMPORAL_NAMESPACE", "default"),
        Map.entry("PILOTHOUSE_TEMPORAL_UI", plan.temporal().uiUrl()),
        Map.entry("PILOTHOUSE_ENCRYPTION_KEY", secrets.encryptionKey()),
        Map.entry("PILOTHOUSE_FIRST_LOGIN_FILE", plan.dataFolder().firstLogin().toString()));
  }
}
