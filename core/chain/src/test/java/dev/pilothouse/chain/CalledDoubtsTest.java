package dev.pilothouse.chain;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.chain.CalledAutomations.Standing;
import dev.pilothouse.model.SourceFormat;
import dev.pilothouse.model.WrittenText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CalledDoubtsTest {
  /// "Send the invoice" is published, "Remind" is a draft.
  private static final class Two implements CalledAutomations {
    final List<String> asked = new ArrayList<>();

    @Override
    public Standing standing(String automation) {
      asked.add(automation);
      return switch (automation) {
        case "Send the invoice" -> Standing.PUBLISHED;
        case "Remind" -> Standing.UNPUBLISHED;
        default -> Standing.UNKNOWN;
      };
    }

    @Override
    public Collection<String> names() {
      return List.of("Send the invoice", "Remind");
    }
  }

  private final Two two = new Two();

  @Test
  void saysNothingOfWhatIsPublishedAndOfItself() {
    assertThat(warnings("Send the invoice", "Onboard")).isEmpty();
    assertThat(two.asked).containsExactly("Send the invoice");
  }

  @Test
  void tellsOfWhatIsNotPublished() {
    assertThat(warnings("Remind"))
        .containsExactly(
            "4:11 warning steps[0].call: expected a published automation, but 'Remind' is not published."
                + " Publish it before this one runs.");
  }

  @Test
  void tellsOfWhatIsNotThereAndWhatMayBeMeant() {
    assertThat(warnings("Send the invoise", "Sing"))
        .containsExactly(
            "4:11 warning steps[0].call: expected the name or id of an automation, but there is none called 'Send the invoise'."
                + " Did you mean 'Send the invoice'?",
            "5:11 warning steps[1].call: expected the name or id of an automation, but there is none called 'Sing'."
                + " Publish it before this one runs, or mend the name.");
  }

  @Test
  void looksUpEachNameOnceAndNoMoreThanTwenty() {
    String[] many =
        IntStream.range(0, 60).mapToObj(i -> "Automation " + i / 2).toArray(String[]::new);
    assertThat(warnings(many)).hasSize(40);
    assertThat(two.asked).hasSize(20).doesNotHaveDuplicates();
  }

  private List<String> warnings(String... called) {
    String yaml =
        Stream.of(called)
            .map(name -> "  - call: " + name + "\n")
            .collect(joining("", "name: Onboard\non: [{ event: crm.deal.won }]\nsteps:\n", ""));
    return new DefinitionReader(new FewActions())
        .read(new WrittenText(SourceFormat.YAML, yaml), SeenEvents.NONE, two).warnings().stream()
            .map(Problem::toString)
            .toList();
  }
}
