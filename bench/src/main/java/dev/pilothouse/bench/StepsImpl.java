package dev.pilothouse.bench;

/// Pure: what they cost is what carries them.
public final class StepsImpl implements Steps {
  @Override
  public String a(String event) {
    return "{\"n\": 1, \"of\": " + event.length() + "}";
  }

  @Override
  public String b(String outcome) {
    return "{\"n\": 2, \"of\": " + outcome.length() + "}";
  }

  @Override
  public String c(String outcome) {
    return "{\"n\": 3, \"of\": " + outcome.length() + "}";
  }
}
