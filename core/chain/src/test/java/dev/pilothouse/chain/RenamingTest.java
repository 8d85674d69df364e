package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilothouse.model.SourceFormat;
import dev.pilothouse.model.WrittenText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenamingTest {
  @Test
  void leavesCommentsAndLayoutAlone() {
    String text = "# ours\nname:   Greet   # by Ann\nsteps:\n  - wait: 2h\n";

    assertThat(yaml(text, "Welcome"))
        .isEqualTo("# ours\nname:   \"Welcome\"   # by Ann\nsteps:\n  - wait: 2h\n");
  }

  @Test
  void leavesJsonAsItIsSpaced() {
    assertThat(json("{ \"steps\":[],\n\t\"name\" : \"Greet\" }", "Say \"hello\""))
        .isEqualTo("{ \"steps\":[],\n\t\"name\" : \"Say \\\"hello\\\"\" }");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: 'Greet'\nsteps: []\n",
        "name: >\n  Greet\n  all\nsteps: []\n",
        "name: |\n  Greet\nsteps: []\n",
        "{name: Greet, steps: []}\n",
        "name:\nsteps: []\n",
        "steps: []\n",
        "name: [Greet]\nsteps: []\n",
        "\"name\": Greet\nsteps: []\n"
      })
  void givesTheNameHoweverTheOldOneIsWritten(String text) {
    WrittenText renamed =
        DefinitionLayout.renamed(new WrittenText(SourceFormat.YAML, text), "Welcome: all");

    assertThat(DefinitionLayout.read(renamed).text())
        .isEqualTo("{\"name\":\"Welcome: all\",\"steps\":[]}");
  }

  @Test
  void givesNoNameToWhatIsNoDefinition() {
    assertThatThrownBy(() -> json("[]", "Welcome")).isInstanceOf(DefinitionProblems.class);
  }

  private static String yaml(String text, String name) {
    return DefinitionLayout.renamed(new WrittenText(SourceFormat.YAML, text), name).text();
  }

  private static String json(String text, String name) {
    return DefinitionLayout.renamed(new WrittenText(SourceFormat.JSON, text), name).text();
  }
}
