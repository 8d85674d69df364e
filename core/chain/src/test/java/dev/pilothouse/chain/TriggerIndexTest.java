package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.VersionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

class TriggerIndexTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> PATTERNS =
      List.of("crm.deal.won", "crm.deal.lost", "crm.*", "crm.deal*", "*", "run.*", "run.finished");
  private static final List<String> TYPES =
      List.of("crm.deal.won", "crm.deal.lost", "crm.x", "crm.", "mail", "run.finished", "run.");

  private final Listening.Reader reader = new Listening.Reader();
  private long versions;

  @Test
  void hearsATypeItsFamiliesAndTheStar() {
    TriggerIndex index =
        indexOf(
            List.of(
                listening("exact", "crm.deal.won", ""),
                listening("family", "crm.*", ""),
                listening("star", "*", ""),
                listening("other", "crm.deal.lost", "")));

    assertThat(names(index, Events.of("crm.deal.won"))).containsExactly("exact", "family", "star");
    assertThat(names(index, Events.caused("crm.deal.won"))).containsExactly("exact", "family");
    assertThat(names(index, Events.of("run.finished"))).isEmpty();
  }

  @Test
  void hearsByTheValuesThatConditionsAskFor() {
    TriggerIndex index =
        indexOf(
            List.of(
                listening("won", "*", "event.data.stage == 'won'"),
                listening("lost", "*", "event.data.stage == 'lost'"),
                listening("either", "*", "event.data.stage in ['won', 'lost']"),
                listening("large", "*", "event.data.amount >= 1000.0")));

    assertThat(names(index, Events.of("a", "{\"stage\": \"won\", \"amount\": 1}")))
        .containsExactly("won", "either");
    assertThat(names(index, Events.of("a", "{\"stage\": \"lost\", \"amount\": 1000}")))
        .containsExactly("lost", "either", "large");
  }

  @Test
  void hearsOnceHoweverManyTriggersDo() {
    ArrayNode triggers = JSON.createArrayNode();
    triggers.addObject().put("event", "a");
    triggers.addObject().put("event", "a").put("when", "event.data == 1");
    triggers.addObject().put("event", "*");
    TriggerIndex index = indexOf(List.of(listening("thrice", triggers)));

    assertThat(names(index, Events.of("a", "1"))).containsExactly("thrice");
  }

  @Test
  void passesTriggersByThatItDoesNotKnow() {
    ArrayNode triggers = JSON.createArrayNode();
    triggers.addObject().put("manual", "Onboard by hand");
    triggers.addObject().put("event", 7);
    triggers.add("every day");
    triggers.addObject().put("event", "a");

    assertThat(names(indexOf(List.of(listening("b", triggers))), Events.of("a")))
        .containsExactly("b");
    assertThat(reader.read(version("odd", new Json("{\"on\": \"noon\"}"))).to()).isEmpty();
  }

  /// The index may only be faster than asking everybody, never of another opinion.
  @Test
  void agreesWithAskingEverybody() throws ExpressionMistakes {
    RandomConditions random = new RandomConditions(20261120);
    List<Listening> listening = new ArrayList<>();
    Map<String, Trigger.OnEvent> plain = new LinkedHashMap<>();
    for (int i = 0; i < 400; i++) {
      String condition = random.condition();
      String pattern = random.one(PATTERNS);
      if (compiled(condition).isPresent()) {
        String name = i + " " + pattern + ": " + condition;
        plain.put(name, new Trigger.OnEvent(pattern, compiled(condition)));
        listening.add(listening(name, pattern, condition));
      }
    }
    TriggerIndex index = indexOf(listening);
    int heard = 0;

    for (int i = 0; i < 1_000; i++) {
      NewEntry entry = entry(random);
      Scope scope = Scope.of(entry);
      List<String> asked =
          plain.entrySet().stream()
              .filter(trigger -> trigger.getValue().accepts(scope))
              .map(Map.Entry::getKey)
              .toList();
      assertThat(names(index, entry)).as("%s", entry).isEqualTo(asked);
      heard += asked.size();
    }

    assertThat(heard).isGreaterThan(1_000);
  }

  /// However it came about: step by step, with what was changed and withdrawn meanwhile.
  @Test
  void hearsAfterManyChangesAsIfItWereNew() {
    RandomConditions random = new RandomConditions(20261130);
    Random which = new Random(20261130);
    List<Listening> live = new ArrayList<>();
    TriggerIndex index = TriggerIndex.EMPTY;
    int heard = 0;
    for (int change = 0; change < 200; change++) {
      List<Listening> gone =
          live.size() < 40 ? List.of() : List.of(live.get(which.nextInt(live.size())));
      Listening now =
          which.nextBoolean() || live.isEmpty()
              ? listening("" + change, random.one(PATTERNS), random.condition())
              : live.get(which.nextInt(live.size()));
      live.removeAll(gone);
      live.remove(now);
      live.add(now);
      index = index.with(Stream.concat(gone.stream(), Stream.of(now)).toList(), List.of(now));

      TriggerIndex anew = indexOf(live);
      for (int event = 0; event < 20; event++) {
        NewEntry entry = entry(random);
        assertThat(names(index, entry)).isEqualTo(names(anew, entry));
        heard += names(anew, entry).size();
      }
    }

    assertThat(heard).isGreaterThan(200);
  }

  @Test
  void forgetsWhatNobodyListensToAnyMore() {
    Listening only = listening("only", "crm.*", "");
    TriggerIndex index = indexOf(List.of(only)).with(List.of(only), List.of());

    assertThat(names(index, Events.of("crm.deal.won"))).isEmpty();
  }

  private static NewEntry entry(RandomConditions random) {
    NewEntry entry = Events.of(random.one(TYPES), random.data());
    Optional<NewEntry.Change> change =
        random.one(List.of("change", "none")).equals("change")
            ? Optional.of(new NewEntry.Change(new Json(random.data()), new Json(random.data())))
            : Optional.empty();
    return new NewEntry(
        entry.id(), entry.tenant(), entry.event(), change, entry.actor(), entry.cause());
  }

  private static Optional<Expression> compiled(String condition) {
    try {
      Expression expression = Expression.compile(condition);
      return expression.maybeCondition() ? Optional.of(expression) : Optional.empty();
    } catch (ExpressionMistakes senseless) {
      return Optional.empty();
    }
  }

  private static List<String> names(TriggerIndex index, NewEntry entry) {
    return index.hearing(Scope.of(entry)).stream().map(it -> it.version().name()).toList();
  }

  private Listening listening(String name, String pattern, String when) {
    ArrayNode triggers = JSON.createArrayNode();
    var trigger = triggers.addObject().put("event", pattern);
    if (!when.isEmpty()) {
      trigger.put("when", when);
    }
    return listening(name, triggers);
  }

  private Listening listening(String name, ArrayNode triggers) {
    return reader.read(
        version(name, new Json(JSON.createObjectNode().set("on", triggers).toString())));
  }

  private static TriggerIndex indexOf(List<Listening> all) {
    return TriggerIndex.EMPTY.with(List.of(), all);
  }

  /// Later ones have later ids.
  private AutomationVersion version(String name, Json definition) {
    AutomationId id = new AutomationId(new UUID(0, ++versions));
    return new AutomationVersion(id, VersionId.of(definition), name, definition);
  }
}
