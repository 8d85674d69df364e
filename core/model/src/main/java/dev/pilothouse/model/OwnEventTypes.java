package dev.pilothouse.model;

import java.util.List;

/// Types of events that Pilothouse alone writes: from anybody else they could pass for its word.
public final class OwnEventTypes {
  private static final List<String> BEGINNINGS = List.of("run.", "pilothouse.");

  private OwnEventTypes() {}

  public static boolean include(String type) {
    return BEGINNINGS.stream().anyMatch(type::startsWith);
  }
}
