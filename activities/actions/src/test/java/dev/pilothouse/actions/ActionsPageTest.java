package dev.pilothouse.actions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.spi.ActionDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActionsPageTest {
  private static final BuiltInActions ACTIONS = new BuiltInActions(ActionsConfig.defaults());
  private static final Path PAGE =
      Path.of(System.getProperty("pilothouse.build"), "docs", "actions.md");
  private static final Path FRESH = Path.of("target", "actions.md");

  @Test
  void saysWhatTheDescriptorsSay() throws IOException {
    String made =
        new ActionsPage(
                ACTIONS.descriptors().stream()
                    .map(ActionDescriptor::name)
                    .map(ACTIONS::named)
                    .flatMap(Optional::stream)
                    .toList())
            .text();
    Files.writeString(FRESH, made);
    assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
        .as("docs/actions.md; copy activities/actions/target/actions.md over it")
        .isEqualTo(made);
  }
}
