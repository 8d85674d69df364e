package dev.pilothouse.chain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What some data looks like: gives the JSON Schema of it, and values that fit.
sealed interface Shape {
  /// JSON Schema.
  String schema();

  /// A value as JSON.
  String value(Random random);

  /// In an expression, where there is none.
  String otherwise();

  enum Simple implements Shape {
    TEXT("string", "'none'", "\"\" \"a\" \"Ada,Bob\" \"7\""),
    NUMBER("number", "0", "3 -1 2.5 0.0 1e3"),
    WHOLE("integer", "1", "0 1 12"),
    YES_NO("boolean", "false", "true false");

    private final String type;
    private final String otherwise;
    private final String values;

    Simple(String type, String otherwise, String values) {
      this.type = type;
      this.otherwise = otherwise;
      this.values = values;
    }

    @Override
    public String schema() {
      return "{\"type\":\"" + type + "\"}";
    }

    @Override
    public String value(Random random) {
      String[] all = values.split(" ", -1);
      return all[random.nextInt(all.length)];
    }

    @Override
    public String otherwise() {
      return otherwise;
    }
  }

  /// Or null.
  record Nullable(Shape shape) implements Shape {
    @Override
    public String schema() {
      return "{\"anyOf\":[{\"type\":\"null\"}," + shape.schema() + "]}";
    }

    @Override
    public String value(Random random) {
      return random.nextBoolean() ? "null" : shape.value(random);
    }

    @Override
    public String otherwise() {
      return shape.otherwise();
    }
  }

  record ListOf(Shape items) implements Shape {
    @Override
    public String schema() {
      return "{\"type\":\"array\",\"items\":" + items.schema() + "}";
    }

    @Override
    public String value(Random random) {
      return IntStream.range(0, random.nextInt(4))
          .mapToObj(_ -> items.value(random))
          .collect(Collectors.joining(",", "[", "]"));
    }

    @Override
    public String otherwise() {
      return "[]";
    }
  }

  record ObjectOf(SequencedMap<String, Field> fields) implements Shape {
    record Field(Shape shape, boolean required) {}

    @Override
    public String schema() {
      return "{\"type\":\"object\",\"additionalProperties\":false,\"required\":"
          + fields.entrySet().stream()
              .filter(field -> field.getValue().required())
              .map(field -> "\"" + field.getKey() + "\"")
              .collect(Collectors.joining(",", "[", "]"))
          + ",\"properties\":"
          + fields.entrySet().stream()
              .map(field -> "\"" + field.getKey() + "\":" + field.getValue().shape().schema())
              .collect(Collectors.joining(",", "{", "}"))
          + "}";
    }

    @Override
    public String value(Random random) {
      return fields.entrySet().stream()
          .filter(field -> field.getValue().required() || random.nextBoolean())
          .map(field -> "\"" + field.getKey() + "\":" + field.getValue().shape().value(random))
          .collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    public String otherwise() {
      return "{}";
    }
  }

  static ObjectOf anyObject(Random random, int depth) {
    SequencedMap<String, ObjectOf.Field> fields = new LinkedHashMap<>();
    for (String name : List.of("name", "count", "amount", "paid", "tags", "people", "more")) {
      if (depth == 0 || random.nextInt(3) > 0) {
        fields.put(name, new ObjectOf.Field(any(random, depth + 1), random.nextBoolean()));
      }
    }
    return new ObjectOf(fields);
  }

  private static Shape any(Random random, int depth) {
    return switch (random.nextInt(depth > 2 ? 6 : 9)) {
      case 0, 1 -> Simple.TEXT;
      case 2 -> Simple.NUMBER;
      case 3 -> Simple.WHOLE;
      case 4 -> Simple.YES_NO;
      case 5 -> new Nullable(Simple.values()[random.nextInt(4)]);
      case 6, 7 -> new ListOf(any(random, depth + 1));
      default -> anyObject(random, depth + 1);
    };
  }
}
