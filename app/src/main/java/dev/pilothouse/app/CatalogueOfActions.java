package dev.pilothouse.app;

import dev.pilothouse.actions.schema.ActionInputCheck;
import dev.pilothouse.actions.schema.WrittenPromises;
import dev.pilothouse.chain.ActionCatalogue;
import dev.pilothouse.chain.Problem;
import dev.pilothouse.model.EffectClass;
import dev.pilothouse.model.Json;
import dev.pilothouse.spi.Action;
import dev.pilothouse.spi.ActionDescriptor;
import dev.pilothouse.spi.Actions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Shows the actions of this house to the reader of definitions, which knows none itself.
final class CatalogueOfActions implements ActionCatalogue {
  private final Actions actions;
  private final ActionInputCheck check = new ActionInputCheck();
  private final WrittenPromises promises = new WrittenPromises();

  CatalogueOfActions(Actions actions) {
    this.actions = actions;
  }

  @Override
  public Set<String> names() {
    return actions.descriptors().stream()
        .map(ActionDescriptor::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Set<EffectClass> classes(String action, JsonNode with) {
    return actions
        .named(action)
        .map(Action::descriptor)
        .map(descriptor -> promises.written(descriptor.promises(), with))
        .orElse(Set.of());
  }

  @Override
  public Optional<Json> inputSchema(String action) {
    return actions.named(action).map(Action::descriptor).map(ActionDescriptor::input);
  }

  @Override
  public Optional<Json> outputSchema(String action) {
    return actions.named(action).map(Action::descriptor).map(ActionDescriptor::output);
  }

  @Override
  public List<Problem> checkInput(String action, JsonNode with, String path) {
    return actions.named(action).map(Action::descriptor).stream()
        .flatMap(descriptor -> faults(descriptor, with, path))
        .toList();
  }

  private Stream<Problem> faults(ActionDescriptor descriptor, JsonNode with, String path) {
    return check.check(descriptor, with).stream()
        .map(fault ->
            new Problem(
                fault.path().replaceFirst("^with", path),
                fault.message(),
                "docs/actions.md shows what '" + descriptor.name() + "' takes."));
  }
}
