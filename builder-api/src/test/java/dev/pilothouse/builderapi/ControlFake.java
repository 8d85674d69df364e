package dev.pilothouse.builderapi;

import dev.pilothouse.model.EffectId;
import dev.pilothouse.model.Order;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.spi.Control;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Follows every order and believes every word, but for runs it was told to answer otherwise.
final class ControlFake implements Control {
  record Ordered(RunRef run, Order order, String actor, String reason) {}

  record Told(EffectId effect, Word word, String reason) {}

  final List<Ordered> orders = new CopyOnWriteArrayList<>();
  final List<Told> words = new CopyOnWriteArrayList<>();
  final Map<RunId, Answer> answers = new ConcurrentHashMap<>();

  @Override
  public Answer order(RunRef run, Order order, String actor, String reason) {
    orders.add(new Ordered(run, order, actor, reason));
    return answers.getOrDefault(run.run(), new Answer.Given());
  }

  @Override
  public Answer resolve(RunRef run, EffectId effect, Word word, String actor, String reason) {
    words.add(new Told(effect, word, reason));
    return answers.getOrDefault(run.run(), new Answer.Given());
  }
}
