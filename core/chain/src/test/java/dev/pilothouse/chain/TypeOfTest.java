package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Json;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TypeOfTest {
  private static final Json DATA =
      new Json(
          """
          {"type": "object", "additionalProperties": false, "required": ["name", "amount", "count", "tags", "customer", "people", "paid", "anything"],
           "properties": {
             "name": {"type": "string"}, "amount": {"type": "number"}, "count": {"type": "integer"}, "paid": {"type": "boolean"},
             "vip": {"type": "boolean"}, "note": {"type": ["string", "null"]}, "due": {"type": "string", "format": "date-time"},
             "tags": {"type": "array", "items": {"type": "string"}},
             "headers": {"type": "object", "additionalProperties": {"type": "string"}},
             "customer": {"type": "object", "additionalProperties": false, "required": ["city"],
               "properties": {"city": {"type": "string"}, "email": {"type": "string"}}},
             "people": {"type": "array", "items": {"type": "object", "additionalProperties": false, "required": ["name"],
               "properties": {"name": {"type": "string"}, "age": {"type": "number"}}}},
             "anything": {}}}\
          """);
  private static final TypeScope SCOPE = TypeScope.of(Map.of("event", event()));

  private static ValueType event() {
    return ValueType.ObjectOf.EMPTY
        .with("data", new ValueType.Property(SchemaType.of(DATA), true))
        .with("time", new ValueType.Property(ValueType.Simple.TIME, true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "event.data.name => a text",
        "event.data.amount => a number",
        "event.data.amount * 1.19 => a number",
        "event.data.count + 1 => a whole number",
        "event.data.name + '!' => a text",
        "event.data.name.size() => a whole number",
        "event.data.tags[0] => a text",
        "event.data.tags[event.data.count] => a text",
        "event.data.tags.map(t, size(t))[0] + 1 => a whole number",
        "event.data.tags.filter(t, t != '')[0] => a text",
        "event.data.people.map(p, p.name)[0] => a text",
        "event.data.people.filter(p, has(p.age)).map(p, p.age)[0] => a number",
        "event.data.people.exists(p, p.name == 'Ada') => true or false",
        "event.data.people.all(p, p.?age.orValue(0) > 18) => true or false",
        "event.data.?vip.orValue(false) => true or false",
        "event.data.?customer.?email.orValue('none') => a text",
        "event.data.customer.?email.hasValue() ? event.data.customer.email : '' => a text",
        "has(event.data.vip) && event.data.vip => true or false",
        "has(event.data.vip) ? event.data.vip : false => true or false",
        "!has(event.data.vip) || event.data.vip => true or false",
        "'vip' in event.data && event.data.vip => true or false",
        "event.time + duration('72h') => a time",
        "event.time - event.time => a duration",
        "event.time > timestamp(event.data.name) => true or false",
        "string(event.data.amount) => a text",
        "event.data.anything.a.b > 5 => true or false",
        "event.data.anything.a.b + 5 => anything",
        "{'a': event.data.name}.a => a text",
        "[1, 2.5][0] => a number",
        "math.greatest(event.data.amount, 1) => a number",
        "event.data.tags.join(', ') => a text",
        "event.data.name.split(',')[0] => a text",
        "event.data.name in event.data.tags => true or false",
        "event.data.paid ? 1 : 2 => a whole number",
        "event.data.amount == 5 => true or false",
        "has(event.data.note) && event.data.note != null ? event.data.note.size() : 0 => a whole number",
        "event.data.?people[0].name.orValue('') => a text",
        "event.data.tags + ['x'] => a list",
        "event.data.tags.distinct()[0] => a text",
        "event.data.?vip.optMap(v, v ? 'a' : 'b').orValue('c') => a text",
        "event.data[?'headers'][?'etag'].orValue('') => a text",
        "int(event.data.amount) % 2 => a whole number",
        "size(event.data) => a whole number",
        "dyn(event.data.name) => anything",
      })
  void isFoundWithoutComplaint(String text, String words) {
    assertThat(typeOf(text, new Complaints()).words()).isEqualTo(words);
    assertThat(complaints(text)).isEmpty();
  }

  static List<Complained> complained() {
    return Complained.all();
  }

  @ParameterizedTest
  @MethodSource("complained")
  void complainsInWordsThatSayWhatToDo(Complained expected) {
    assertThat(complaints(expected.expression())).isEqualTo(expected.complaints());
  }

  /// An expression, and below it what is said of it.
  record Complained(String expression, String complaints) {
    static List<Complained> all() {
      String text =
          Resources.read(Resources.folder("/typing/complaints.txt")).text().stripTrailing();
      return Stream.of(text.split("\n(?! )"))
          .map(block -> block.split("\n", 2))
          .map(block -> new Complained(block[0], block.length > 1 ? block[1] : ""))
          .toList();
    }

    @Override
    public String toString() {
      return expression;
    }
  }

  private static String complaints(String expression) {
    Complaints complaints = new Complaints();
    var _ = typeOf(expression, complaints);
    StringJoiner lines = new StringJoiner("\n");
    complaints.forEach((complaint, _) -> lines.add(shown(complaint)));
    return lines.toString();
  }

  private static String shown(Complaint complaint) {
    return "  %s: %s. %s"
        .formatted(complaint.severity().text(), complaint.message(), complaint.hint());
  }

  private static ValueType typeOf(String text, Complaints complaints) {
    try {
      return new TypeOf(CelLanguage.signatures(), complaints)
          .of(Expression.compile(text).tree().getExpr(), SCOPE);
    } catch (ExpressionMistakes wrong) {
      throw new IllegalArgumentException(wrong);
    }
  }
}
