package dev.pilothouse.chain;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What is written where, for near names and for the test that holds the published schema to it.
final class Names {
  static final List<String> OF_DEFINITION =
      List.of(
          "name",
          "description",
          "owner",
          "area",
          "on",
          "concurrency",
          "throttle",
          "dedupe",
          "deadline",
          "on_failure",
          "steps");
  static final List<String> OF_ADMISSION = List.of("concurrency", "throttle", "dedupe");
  static final List<String> TRIGGER_KINDS = List.of("event", "manual", "api");
  static final List<String> OF_EVENT = List.of("event", "when");
  static final List<String> OF_MANUAL = List.of("manual", "input");
  static final List<String> OF_API = List.of("api", "input");
  static final List<String> OF_CONCURRENCY = List.of("key", "mode");
  static final List<String> CONCURRENCY_MODES = List.of("queue", "skip", "replace");
  static final List<String> OF_THROTTLE = List.of("limit", "per", "key");
  static final List<String> OF_DEDUPE = List.of("key", "window");
  static final List<String> OF_ON_FAILURE = List.of("notify");
  static final List<String> OF_DO =
      List.of(
          "id", "name", "do", "with", "timeout", "retry", "idempotency", "read_back", "on_error");
  static final List<String> OF_IF = List.of("id", "name", "if", "then", "else");
  static final List<String> OF_SWITCH = List.of("id", "name", "switch", "cases", "else");
  static final List<String> OF_FOR_EACH =
      List.of(
          "id", "name", "for_each", "as", "parallel", "failures", "collect", "steps", "on_error");
  static final List<String> OF_PARALLEL = List.of("id", "name", "parallel", "until", "on_error");
  static final List<String> OF_SET = List.of("id", "name", "set", "on_error");
  static final List<String> OF_WAIT = List.of("id", "name", "wait", "on_error");
  static final List<String> OF_CALL =
      List.of("id", "name", "call", "with", "wait", "timeout", "on_error");
  static final List<String> OF_STOP = List.of("id", "name", "stop");
  static final List<String> OF_RETRY = List.of("attempts", "first", "factor", "max", "jitter");
  static final List<String> OF_IDEMPOTENCY = List.of("header");
  static final List<String> OF_UNTIL = List.of("until");
  static final List<String> OF_AWAITED = List.of("event", "where", "for");
  static final List<String> OF_ENDING = List.of("as", "reason", "output");

  /// In this order: a step with `for_each` and `parallel` is a loop, one with `call` and `wait` a
  /// call.
  static final List<String> STEP_KINDS =
      List.of("do", "if", "switch", "for_each", "parallel", "set", "call", "wait", "stop");

  /// Words that tell a kind of step and are also settings of these other kinds.
  static final Map<String, List<String>> ALSO_SETTINGS =
      Map.of("for_each", List.of("parallel"), "call", List.of("wait"));

  static final List<String> OF_ANY_STEP =
      Stream.of(
              OF_DO, OF_IF, OF_SWITCH, OF_FOR_EACH, OF_PARALLEL, OF_SET, OF_CALL, OF_WAIT, OF_STOP)
          .flatMap(List::stream)
          .distinct()
          .toList();

  /// Under which keys of a step other steps stand, in lists or in lists under names.
  static final List<String> HOLDS_STEPS =
      List.of("then", "else", "cases", "steps", "parallel", "on_error");

  static final List<String> ENDINGS = List.of("finished", "failed", "cancelled");
  static final List<String> IN_EXPRESSIONS =
      List.of(
          "event",
          "steps",
          "vars",
          "has",
          "size",
          "string",
          "int",
          "double",
          "bool",
          "timestamp",
          "duration",
          "matches",
          "contains",
          "startsWith",
          "endsWith",
          "lowerAscii",
          "upperAscii",
          "trim",
          "split",
          "join",
          "true",
          "false",
          "null");

  private Names() {}
}
