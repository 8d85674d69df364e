package dev.pilothouse.builderapi;

import java.util.List;
import java.util.Optional;

/// Attributes as `ce-` headers, percent-encoded.
record HeaderAttributes(Delivery delivery) implements Attributes {
  @Override
  public String text(String name, Faults faults) {
    List<String> values = delivery.attribute(name);
    if (values.isEmpty()) {
      return "";
    }
    if (values.size() > 1) {
      faults.add(
          name, "Expected the header 'ce-" + name + "' once, but found " + values.size() + ".");
      return "";
    }
    return decoded(name, values.getFirst(), faults);
  }

  private static String decoded(String name, String value, Faults faults) {
    Optional<String> text = HeaderText.decoded(value);
    if (text.isEmpty()) {
      faults.add(
          name,
          "Expected percent-encoded UTF-8 in printable ASCII, but found '" + value + "'.",
          "Write 'é' as %C3%A9 and '%' as %25.");
    }
    return text.orElse("");
  }
}
