package dev.pilothouse.model;

/// How far a loop is. What it holds of the items behind is all that is needed of them.
///
/// @param items how many there are in all
/// @param done so many items, from the first on, are behind
/// @param failed how many of these failed
/// @param results what was collected of these, a JSON list; empty where nothing is
public record LoopProgress(int items, int done, int failed, Json results) {
  public static LoopProgress start(int items) {
    return new LoopProgress(items, 0, 0, new Json("[]"));
  }
}
