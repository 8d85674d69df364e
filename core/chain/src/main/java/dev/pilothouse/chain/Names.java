package dev.pilothouse.chain;

import java.util.List;

/// What is written where, for near names and for the test that holds the published schema to it.
final class Names {
  static final List<String> OF_DEFINITION =
      List.of("name", "description", "owner", "area", "on", "concurrency", "steps");
  static final List<String> OF_TRIGGER = List.of("event", "when");
  static final List<String> OF_CONCURRENCY = List.of("key");
  static final List<String> OF_DO =
      List.of("id", "name", "do", "with", "timeout", "retry", "idempotency", "read_back");
  static final List<String> OF_IF = List.of("id", "name", "if", "then", "else");
  static final List<String> OF_WAIT = List.of("id", "name", "wait");
  static final List<String> OF_STOP = List.of("id", "name", "stop");
  static final List<String> OF_RETRY = List.of("attempts", "first", "factor", "max");
  static final List<String> OF_IDEMPOTENCY = List.of("header");
  static final List<String> OF_UNTIL = List.of("until");
  static final List<String> OF_ENDING = List.of("as", "reason");
  static final List<String> STEP_KINDS = List.of("do", "if", "wait", "stop");
  static final List<String> ENDINGS = List.of("finished", "failed", "cancelled");
  static final List<String> IN_EXPRESSIONS =
      List.of(
          "event",
          "steps",
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
