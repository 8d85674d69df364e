package dev.pilothouse.chain;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// What functions take and give, in words for people and as CEL's checker knows it. One that is
/// several types to CEL is taken in each of them, and given as a value of a type not known before.
@SuppressWarnings("ImmutableEnumChecker") // its lists are unmodifiable, its forms hold nothing
enum Kind {
  TEXT("text", SimpleType.STRING),
  WHOLE("whole number", SimpleType.INT),
  NUMBER("number", SimpleType.INT, SimpleType.DOUBLE),
  DECIMAL("number", SimpleType.DOUBLE),
  TRUTH("true or false", SimpleType.BOOL),
  TIME("time", SimpleType.TIMESTAMP),
  /// A time, or a text that says one: JSON has no times.
  DAY("time", Form.of(Days::isOne, Days.EXPECTED), SimpleType.TIMESTAMP, SimpleType.STRING),
  CLOCK("time of day", Form.of(Days::isTimeOfDay, "a time of day such as '09:00'")),
  ZONE("zone", Form.of(Zones::isOne, Zones.EXPECTED).among(ZoneId.getAvailableZoneIds())),
  TIME_FORM("form", Form.of(TimeForms::isOne, TimeForms.EXPECTED)),
  LANGUAGE("language", Form.of(Languages::isOne, "a language such as 'de' or 'fr'")),
  CURRENCY("currency", Form.of(Money::isCurrency, "a currency such as 'EUR'")),
  PATTERN("pattern", Form.of(Patterns::isOne, Patterns.EXPECTED)),
  PATH("path", Form.of(FieldPath::isOne, "a path such as 'customer.addresses[0].city'")),
  LIST("list", ListType.create(Types.ITEM)),
  /// Of any items, beside others of another kind.
  VALUES("list", ListType.create(SimpleType.DYN)),
  LISTS("list of lists", ListType.create(ListType.create(Types.ITEM))),
  TEXTS("list of texts", ListType.create(SimpleType.STRING)),
  WHOLES("list of whole numbers", ListType.create(SimpleType.INT)),
  OBJECTS("list of objects", ListType.create(Types.OBJECT)),
  ITEM("item", Types.ITEM),
  OBJECT("object", Types.OBJECT),
  BY_KEY("object", MapType.create(SimpleType.STRING, Types.ITEM)),
  LISTS_BY_KEY("object", MapType.create(SimpleType.STRING, ListType.create(Types.ITEM))),
  /// A number, or a text that says one and keeps all its digits.
  AMOUNT("number", SimpleType.INT, SimpleType.DOUBLE, SimpleType.STRING),
  TEXT_OR_LIST("text or list", SimpleType.STRING, ListType.create(Types.ITEM)),
  MONEY("money", MapType.create(SimpleType.STRING, SimpleType.STRING)),
  MONIES("list of money", ListType.create(MapType.create(SimpleType.STRING, SimpleType.STRING))),
  ANY("value", SimpleType.DYN);

  private static final class Types {
    static final CelType ITEM = TypeParamType.create("T");
    static final CelType OBJECT = MapType.create(SimpleType.STRING, SimpleType.DYN);
  }

  private final String words;
  private final Form form;
  private final List<CelType> types;

  Kind(String words, CelType... types) {
    this(words, Form.ANY, types);
  }

  Kind(String words, Form form) {
    this(words, form, SimpleType.STRING);
  }

  Kind(String words, Form form, CelType... types) {
    this.words = words;
    this.form = form;
    this.types = List.of(types);
  }

  String words() {
    return words;
  }

  /// What texts for it look like.
  Form form() {
    return form;
  }

  /// Each of which a function takes for it.
  List<CelType> taken() {
    return types;
  }

  CelType given() {
    return types.size() == 1 ? types.getFirst() : SimpleType.DYN;
  }

  /// A value as messages name it.
  static String shown(Object value) {
    return switch (value) {
      case NullValue _ -> "nothing (null)";
      case String text -> "the text '" + Shown.shortened(text) + "'";
      case Boolean yes -> "'" + yes + "'";
      case Long _, Double _, UnsignedLong _ -> "the number " + value;
      case Instant time -> "the time " + time;
      case Duration time -> "the duration " + DurationText.of(time);
      case CelByteString _ -> "bytes";
      case Collection<?> _ -> "a list";
      case Map<?, ?> _ -> "an object";
      default -> "something else";
    };
  }
}
