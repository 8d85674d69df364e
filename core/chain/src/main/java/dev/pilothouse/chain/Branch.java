package dev.pilothouse.chain;

import java.util.List;

/// Steps under a name: a case of a `switch`, a branch of a `parallel`.
public record Branch(String name, List<Step> steps) {
  public Branch {
    steps = List.copyOf(steps);
  }
}
