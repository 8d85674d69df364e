package dev.pilothouse.triggers;

import dev.pilothouse.chain.Chains;
import dev.pilothouse.chain.Definition;
import dev.pilothouse.chain.DefinitionProblems;
import dev.pilothouse.chain.Trigger;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.Json;
import dev.pilothouse.spi.Handover;
import dev.pilothouse.spi.SchemaCheck;
import dev.pilothouse.spi.SchemaCheck.Misfit;
import dev.pilothouse.spi.SchemaCheck.UnusableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Holds what somebody hands over against the `manual` and `api` triggers of a version.
public final class StartsByName implements Handover {
  private final Chains chains;
  private final SchemaCheck schemas;

  public StartsByName(Chains chains, SchemaCheck schemas) {
    this.chains = chains;
    this.schemas = schemas;
  }

  @Override
  public Answer check(AutomationVersion version, By by, Json input) {
    try {
      Definition definition = chains.of(version);
      return switch (by) {
        case By.Person(String label) -> byPerson(version, definition, label, input);
        case By.Program _ -> byProgram(version, definition, input);
        case By.Step _ -> anyOf(version, inputs(definition), input, "with");
      };
    } catch (DefinitionProblems newer) {
      return new Answer.NotSo(
          name(version) + " cannot be read by this version of the software. Update it first.");
    }
  }

  private Answer byPerson(
      AutomationVersion version, Definition definition, String label, Json input) {
    List<Trigger.Manual> all = definition.manual().toList();
    List<Trigger.Manual> meant =
        all.stream().filter(it -> label.isEmpty() || it.label().equals(label)).toList();
    if (all.isEmpty()) {
      return new Answer.NotSo(
          "People cannot start %s: it has no 'manual' trigger. Add one, such as manual: Start it, and publish."
              .formatted(name(version)));
    }
    if (meant.size() != 1) {
      return new Answer.NotSo(
          "Expected 'trigger' as one of %s, but found %s. Say which of them is meant."
              .formatted(labels(all), label.isEmpty() ? "none" : "'" + label + "'"));
    }
    return anyOf(version, List.of(meant.getFirst().input()), input, "input");
  }

  private static String labels(List<Trigger.Manual> all) {
    return all.stream().map(it -> "'" + it.label() + "'").collect(Collectors.joining(", "));
  }

  private Answer byProgram(AutomationVersion version, Definition definition, Json input) {
    List<Json> schemasOfInput = inputs(definition);
    return schemasOfInput.isEmpty()
        ? new Answer.NotSo(
            "Programs cannot start %s: it has no 'api' trigger. Add one, api: {}, and publish."
                .formatted(name(version)))
        : anyOf(version, schemasOfInput, input, "input");
  }

  private static List<Json> inputs(Definition definition) {
    return definition.api().map(Trigger.Api::input).toList();
  }

  /// Without a schema anything fits; with several, what one of them lets pass. What is wrong is
  /// told of the first.
  private Answer anyOf(AutomationVersion version, List<Json> all, Json input, String path) {
    try {
      List<List<Misfit>> misfits = new ArrayList<>();
      for (Json schema : all) {
        misfits.add(schemas.misfits(schema, input, path));
      }
      return misfits.isEmpty() || misfits.stream().anyMatch(List::isEmpty)
          ? new Answer.Fits()
          : new Answer.Unfit(misfits.getFirst());
    } catch (UnusableSchema unusable) {
      return new Answer.NotSo(
          "The 'input' schema in the trigger of %s cannot be used: %s. Mend it and publish."
              .formatted(name(version), unusable.reason()));
    }
  }

  private static String name(AutomationVersion version) {
    return "'" + version.name() + "'";
  }
}
