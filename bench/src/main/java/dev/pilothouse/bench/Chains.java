package dev.pilothouse.bench;

import java.util.List;

/// The automations that proofs publish, one for each type of event, so that each event has exactly
/// one run. Calls outside name step and event in their path: the servers know what came for what.
record Chains(String outside, String timeout) {
  /// Short, so that what fails for good does so within the patience of a proof.
  private static final String RETRY =
      "\"retry\": {\"attempts\": 4, \"first\": \"200ms\", \"factor\": 2}";

  /// @param type the events that start it
  record Chain(String name, String type, String definition) {}

  /// Effects of every class, in three orders, so that what follows an unknown effect is seen too.
  List<Chain> ofEveryClass() {
    return List.of(
        chain(
            "every class",
            compute(),
            call("get", "pure"),
            call("keyed", "keyed"),
            deal(),
            call("recon", "reconcilable"),
            task(),
            decision(call("once", "once"), mail())),
        chain("once first", call("once", "once"), task(), mail(), deal(), call("keyed", "keyed")),
        chain("mail first", mail(), call("recon", "reconcilable"), task(), call("once", "once")),
        chain(
            "waits",
            compute(),
            "{\"id\": \"pause\", \"wait\": \"1s\"}",
            call("keyed", "keyed"),
            deal(),
            "{\"id\": \"end\", \"stop\": {}}"),
        forks(),
        loops(),
        letters(),
        fast());
  }

  /// A choice, branches beside each other, and what follows when they fail.
  private Chain forks() {
    return chain(
        "forks",
        """
        {"id": "which", "switch": "event.data.n %% 2", "cases": {"0": [%s]}, "else": [%s]}\
        """
            .formatted(call("get", "pure"), call("recon", "reconcilable")),
        """
        {"id": "both", "parallel": {"left": [%s], "right": [%s, %s]}, "on_error": "continue"}\
        """
            .formatted(call("keyed", "keyed"), mail(), deal()),
        "{\"id\": \"kept\", \"set\": {\"done\": \"${size(steps)}\"}}",
        task());
  }

  /// Calls for each item, two at once; one that fails does not stop the others.
  private Chain loops() {
    return chain(
        "loops",
        """
        {"id": "each", "for_each": "[0, 1, 2]", "parallel": 2, "failures": "continue", "collect": "item_index", \
        "steps": [%s, %s]}\
        """
            .formatted(
                call("keyed", "each.${item_index}.keyed", "keyed"),
                call("once", "each.${item_index}.once", "once")),
        deal());
  }

  /// Waits for what another branch of it makes happen, and for a run that it calls.
  private Chain letters() {
    return chain(
        "letters",
        """
        {"id": "both", "parallel": {"hear": [\
        {"id": "heard", "wait": {"event": "crm.deal.created", "where": {"subject": "deal/${event.source_id}"}, "for": "10m"}}, %s], \
        "tell": [{"id": "pause", "wait": "1s"}, %s]}}\
        """
            .formatted(call("keyed", "keyed"), deal()),
        "{\"id\": \"other\", \"call\": \"called\", \"with\": {\"n\": \"${event.data.n}\"}, \"timeout\": \"10m\"}",
        task());
  }

  /// What [#letters()] calls: no event of a proof starts it.
  Chain called() {
    return new Chain(
        "called",
        "none",
        """
        {"name": "called", "on": [{"api": {}}], "steps": [%s, {"id": "pause", "wait": "1s"},
          {"id": "end", "stop": {"output": {"n": "${event.data.n}"}}}]}\
        """
            .formatted(compute()));
  }

  /// Nothing but a computation: how soon does a fresh event's run finish?
  Chain fast() {
    return chain("fast", compute());
  }

  /// One call of this class.
  Chain one(String effectClass) {
    return chain("one " + effectClass, call(effectClass, effectClass));
  }

  Chain waiting(String time) {
    return chain("waiting", "{\"id\": \"pause\", \"wait\": \"%s\"}".formatted(time), deal());
  }

  /// Its runs go one after the other, so that some are always queued.
  Chain inTurn() {
    Chain chain = waiting("1s");
    return new Chain(
        "in turn",
        "bench.in-turn",
        chain
            .definition()
            .replace("\"waiting\"", "\"in turn\"")
            .replace(chain.type(), "bench.in-turn")
            .replace("\"steps\"", "\"concurrency\": {\"key\": \"one\"}, \"steps\""));
  }

  Chain waitsThenCalls(String time) {
    return chain(
        "waits then calls",
        "{\"id\": \"pause\", \"wait\": \"%s\"}".formatted(time),
        call("keyed", "keyed"),
        call("once", "once"),
        deal());
  }

  Chain threePureSteps() {
    return chain("three pure steps", compute("a"), compute("b"), compute("c"));
  }

  /// @param when the condition under which an event of this type starts it
  static Chain threePureSteps(String name, String type, String when) {
    return new Chain(
        name,
        type,
        """
        {"name": "%s", "on": [{"event": "%s", "when": "%s"}], "steps": [%s, %s, %s]}\
        """
            .formatted(name, type, when, compute("a"), compute("b"), compute("c")));
  }

  private static Chain chain(String name, String... steps) {
    String type = "bench." + name.replace(' ', '-');
    return new Chain(
        name,
        type,
        """
        {"name": "%s", "on": [{"event": "%s"}], "steps": [
          %s]}\
        """
            .formatted(name, type, String.join(",\n  ", steps)));
  }

  private static String compute() {
    return compute("compute");
  }

  private static String compute(String id) {
    return """
    {"id": "%s", "do": "transform", "with": {"n": "${event.data.n}"}}\
    """
        .formatted(id);
  }

  private String call(String id, String effectClass) {
    return call(id, id, effectClass);
  }

  /// @param key the whole key of the step, as the ledger has it
  private String call(String id, String key, String effectClass) {
    String url = outside + "/" + effectClass + "/" + key + "/${event.source_id}";
    return """
    {"id": "%s", "do": "http.request", "with": {"method": "%s", "url": "%s"}, "timeout": "%s", %s%s}\
    """
        .formatted(
            id,
            effectClass.equals("pure") ? "GET" : "POST",
            url,
            timeout,
            RETRY,
            promise(effectClass, url));
  }

  private static String promise(String effectClass, String url) {
    return switch (effectClass) {
      case "keyed" -> ", \"idempotency\": {\"header\": \"" + Outside.KEY_HEADER + "\"}";
      case "reconcilable" -> ", \"read_back\": {\"url\": \"" + url + "\"}";
      default -> "";
    };
  }

  private String mail() {
    return """
    {"id": "mail", "do": "mail.send", "timeout": "%s", "with": {"to": "a@example.org", \
    "subject": "${event.source_id}", "text": "Hello"}}\
    """
        .formatted(timeout);
  }

  private static String deal() {
    return """
    {"id": "deal", "do": "crm.update_deal", "with": {"id": "${event.source_id}", "fields": {"won": true}}}\
    """;
  }

  private static String task() {
    return """
    {"id": "task", "do": "task.create", "with": {"title": "${event.source_id}"}}\
    """;
  }

  private static String decision(String then, String otherwise) {
    return """
    {"id": "large", "if": "event.data.n > 3", "then": [%s], "else": [%s]}\
    """
        .formatted(then, otherwise);
  }
}
