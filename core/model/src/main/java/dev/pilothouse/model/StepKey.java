package dev.pilothouse.model;

/// One step of one run: the step's id in the definition, and with it later the turn of the loop it
/// stands in. The same in every walk and every attempt.
public record StepKey(String text) implements Comparable<StepKey> {
  @Override
  public int compareTo(StepKey other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
