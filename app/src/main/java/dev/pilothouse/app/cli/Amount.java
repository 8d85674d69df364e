package dev.pilothouse.app.cli;

/// How many bytes of how many.
///
/// @param total 0 where nobody knows
record Amount(long done, long total) {

  private static final double MEGABYTE = 1_000_000.0;

  @Override
  public String toString() {
    return total > 0
        ? megabytes(done) + " of " + megabytes(total) + " MB"
        : megabytes(done) + " MB";
  }

  private static long megabytes(long bytes) {
    return Math.round(bytes / MEGABYTE);
  }
}
