package dev.pilothouse.activities;

/// Settings of the effect gate.
///
/// @param callsPerHost calls of one process under way at once to one host; the next ones wait
/// @param callsPerTenant calls of one process under way at once for one tenant; the next ones wait
public record GateConfig(int callsPerHost, int callsPerTenant) {
  public GateConfig {
    requireBetween("calls-per-host", callsPerHost);
    requireBetween("calls-per-tenant", callsPerTenant);
  }

  public static GateConfig defaults() {
    return new GateConfig(2_000, 5_000);
  }

  private static void requireBetween(String key, int value) {
    if (value < 1 || value > 100_000) {
      throw new IllegalArgumentException(
          "expected '" + key + "' between 1 and 100000, but found " + value);
    }
  }
}
