package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EventTypesPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("pilothouse.build"), "docs", "event-types.md");
  private static final Path FRESH = Path.of("target", "event-types.md");

  @Test
  void saysWhatTheCatalogueSays() throws IOException {
    String made = new EventTypesPage(EventCatalogue.standard()).text();
    Files.writeString(FRESH, made);
    assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
        .as("docs/event-types.md; copy core/chain/target/event-types.md over it")
        .isEqualTo(made);
  }
}
