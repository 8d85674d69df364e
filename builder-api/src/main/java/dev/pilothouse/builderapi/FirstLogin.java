package dev.pilothouse.builderapi;

/// The password printed at the first start; forgotten once it has been changed.
public interface FirstLogin {
  void forget();
}
