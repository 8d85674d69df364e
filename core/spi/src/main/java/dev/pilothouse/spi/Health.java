package dev.pilothouse.spi;

import java.util.List;

/// How this process is, by part. Cheap enough to ask every second.
public interface Health {
  List<PartHealth> parts();
}
