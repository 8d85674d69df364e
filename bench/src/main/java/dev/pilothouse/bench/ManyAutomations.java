package dev.pilothouse.bench;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.model.VersionId;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Automations as a large company might have them: each listens to one of 25 types, for one of many
/// customers, at one of five stages, from some amount on; and events that fit some of them.
record ManyAutomations(int count) {
  private static final int TYPES = 25;
  private static final int STAGES = 5;
  private static final TenantId TENANT = TenantId.next();

  String condition(int number) {
    return "event.data.customer == 'c%d' && event.data.stage == 's%d' && event.data.amount >= %d.0"
        .formatted(number / TYPES / STAGES, number / TYPES % STAGES, number % 100 * 10);
  }

  String type(int number) {
    return "crm.deal.type" + number % TYPES;
  }

  List<AutomationVersion> versions() {
    return IntStream.range(0, count).mapToObj(this::version).toList();
  }

  AutomationVersion version(int number) {
    Json definition =
        new Json(
            """
            {"name": "Automation %d", "on": [{"event": "%s", "when": "%s"}], "steps": [
              {"id": "note", "do": "task.create", "with": {"title": "Look at ${event.subject}", "due": "${event.time + duration('72h')}"}},
              {"if": "event.data.amount > 50000.0", "then": [{"do": "transform", "with": {"text": "Large: ${event.data.amount}"}}]},
              {"wait": "2h"}]}\
            """
                .formatted(number, type(number), condition(number)));
    return new AutomationVersion(
        AutomationId.next(), VersionId.of(definition), "Automation " + number, definition);
  }

  NewEntry event(Random random) {
    int like = random.nextInt(count);
    String data =
        "{\"customer\": \"c%d\", \"stage\": \"s%d\", \"amount\": %d, \"company\": \"Acme\", \"note\": \"called twice\"}"
            .formatted(like / TYPES / STAGES, random.nextInt(STAGES), random.nextInt(1_000));
    return NewEntry.fromOutside(
        TENANT,
        "key/1",
        new CloudEvent(
            "https://crm.example",
            "" + random.nextLong(),
            type(like),
            "deal/" + like,
            Instant.EPOCH,
            new EventData.Parsed(new Json(data))));
  }
}
