package dev.pilothouse.builderapi;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.pilothouse.chain.DefinitionLayout;
import dev.pilothouse.model.SourceFormat;
import dev.pilothouse.model.WrittenText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// An automation to begin with, and an event that shows it at work. It needs nothing from outside
/// the house.
///
/// @param key by which it is known, whatever it is called
/// @param text the definition, in YAML
/// @param definition the same in JSON
/// @param event without an id; `secondsAgo` is how long before it is sent it happened, so that what
///   waits for days has waited already
record Starter(
    String key, String text, @JsonRawValue String definition, @JsonRawValue String event) {
  private static final List<String> KEYS =
      List.of("won-deal", "new-contact", "large-deal", "open-offer", "ticket", "task-done");

  static List<Starter> all() {
    return KEYS.stream().map(Starter::named).toList();
  }

  private static Starter named(String key) {
    String text = file(key + ".yaml");
    return new Starter(
        key,
        text,
        DefinitionLayout.read(new WrittenText(SourceFormat.YAML, text)).text(),
        file(key + ".event.json"));
  }

  private static String file(String name) {
    try (InputStream file = Starter.class.getResourceAsStream("starters/" + name)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
