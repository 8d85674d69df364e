package dev.pilothouse.workers.platform;

import java.util.Optional;

/// Which Pilothouse this is.
final class Release {

  private Release() {}

  /// As the jar's manifest has it; `development` for classes that were never packed.
  static String version() {
    return Optional.ofNullable(Release.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
