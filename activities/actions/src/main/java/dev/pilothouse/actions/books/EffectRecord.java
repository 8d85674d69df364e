package dev.pilothouse.actions.books;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pilothouse.model.EffectId;
import dev.pilothouse.model.RecordKind;
import dev.pilothouse.model.RecordRef;
import java.util.UUID;

/// The record that a step makes: its id is made of the effect, so that however often the step is
/// tried there is one record.
public final class EffectRecord {
  private EffectRecord() {}

  public static RecordRef of(RecordKind kind, EffectId effect) {
    return RecordRef.of(kind, UUID.nameUUIDFromBytes(effect.toString().getBytes(UTF_8)));
  }
}
