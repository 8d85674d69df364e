package dev.pilothouse.actions;

import dev.pilothouse.actions.crm.LogActivityAction;
import dev.pilothouse.actions.crm.UpdateDealAction;
import dev.pilothouse.actions.crm.UpsertContactAction;
import dev.pilothouse.actions.data.TransformAction;
import dev.pilothouse.actions.http.HttpRequestAction;
import dev.pilothouse.actions.journal.EmitAction;
import dev.pilothouse.actions.mail.SendMailAction;
import dev.pilothouse.actions.notify.NotifyUserAction;
import dev.pilothouse.actions.task.CompleteTaskAction;
import dev.pilothouse.actions.task.CreateTaskAction;
import dev.pilothouse.spi.Action;
import dev.pilothouse.spi.ActionDescriptor;
import dev.pilothouse.spi.Actions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The actions that come with the house: a new one is one line here.
public final class BuiltInActions implements Actions {
  private final Map<String, Action> byName;

  public BuiltInActions(ActionsConfig config) {
    byName =
        List.of(
                new TransformAction(),
                new EmitAction(),
                new NotifyUserAction(),
                new CreateTaskAction(),
                new CompleteTaskAction(),
                new UpdateDealAction(),
                new UpsertContactAction(),
                new LogActivityAction(),
                new HttpRequestAction(config.http()),
                new SendMailAction(config.mail()))
            .stream()
            .collect(Collectors.toMap(action -> action.descriptor().name(), Function.identity()));
  }

  @Override
  public Optional<Action> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /// By name.
  @Override
  public List<ActionDescriptor> descriptors() {
    return byName.values().stream()
        .map(Action::descriptor)
        .sorted(Comparator.comparing(ActionDescriptor::name))
        .toList();
  }
}
