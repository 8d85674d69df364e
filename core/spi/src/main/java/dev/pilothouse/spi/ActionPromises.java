package dev.pilothouse.spi;

import dev.pilothouse.model.Json;
import java.util.List;
import java.util.Optional;

/// What calls of an action may promise.
///
/// @param classes in words of [dev.pilothouse.model.EffectClass#text()]
/// @param pureFor JSON Schema of the inputs with which a call changes nothing; empty where the
///   input does not decide that
/// @param readBack JSON Schema of a step's `read_back`; empty where there is nobody to ask
public record ActionPromises(
    List<String> classes, Optional<Json> pureFor, Optional<Json> readBack) {
  public ActionPromises {
    classes = List.copyOf(classes);
  }

  public static ActionPromises of(String... classes) {
    return new ActionPromises(List.of(classes), Optional.empty(), Optional.empty());
  }
}
