package dev.pilothouse.chain;

/// Where something stands in the text of a definition.
///
/// @param line counted from one; 0 where it is not known
/// @param column counted from one, in characters as people see them; 0 where it is not known
/// @param words that stand there, shortened; empty where something is missing
public record Place(int line, int column, String words) {
  public static final Place UNKNOWN = new Place(0, 0, "");

  public boolean isKnown() {
    return line > 0;
  }

  @Override
  public String toString() {
    return isKnown() ? line + ":" + column : "";
  }
}
