package dev.pilothouse.chain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/// Gathers what is wrong with one expression, each thing once, with the part of it that is wrong.
final class Complaints {
  private final Map<Complaint, Long> all = new LinkedHashMap<>();
  private long part;
  private boolean muted;

  /// About the part that is looked at now.
  void add(Complaint complaint) {
    if (!muted) {
      all.putIfAbsent(complaint, part);
    }
  }

  /// What is found meanwhile is about this part.
  <T> T about(long node, Supplier<T> look) {
    long around = part;
    part = node;
    try {
      return look.get();
    } finally {
      part = around;
    }
  }

  /// What is looked at several times complains the last time only.
  <T> T muted(Supplier<T> look) {
    boolean before = muted;
    muted = true;
    try {
      return look.get();
    } finally {
      muted = before;
    }
  }

  void forEach(BiConsumer<Complaint, Long> told) {
    all.forEach(told);
  }
}
