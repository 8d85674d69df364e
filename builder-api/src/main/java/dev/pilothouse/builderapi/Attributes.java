package dev.pilothouse.builderapi;

/// The attributes of one event, wherever they stand.
interface Attributes {
  /// Empty where there is none; what is no text becomes a fault and counts as empty.
  String text(String name, Faults faults);
}
