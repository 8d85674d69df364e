package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.EventData;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.SourceFormat;
import dev.pilothouse.model.WrittenText;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What authors are told by events that have come, of types that nobody has declared.
class FieldHintsTest {
  private static final DefinitionReader READER =
      new DefinitionReader(
          new FewActions(), new TypeCheck(EventCatalogue.standard(), new FewActions()));

  private static final SeenEvents SEEN =
      new Some(
          Map.of(
              "shop.order.placed",
              shape("{\"total\": 12, \"customer\": {\"email\": \"a@b.example\"}}"),
              "shop.order.sent",
              shape("{\"total\": 12, \"parcel\": \"x\"}"),
              "crm.deal.wonn",
              shape("{}")));

  private record Some(Map<String, LearntShape> shapes) implements SeenEvents {
    @Override
    public Collection<String> types() {
      return shapes.keySet();
    }

    @Override
    public Optional<LearntShape> shape(String type) {
      return Optional.ofNullable(shapes.get(type));
    }
  }

  @Test
  void namesTheFieldThatWasMeantWhereverItIsRead() {
    assertThat(
            said(
                """
                name: A name
                on: [{ event: shop.order.placed, when: "event.data.totl > 5 && has(event.data.custommer)" }]
                steps:
                  - do: transform
                    with: { a: "To ${event.data.customer.emial}", b: "${event.data.?totall.orValue(0)}" }
                """))
        .isEqualTo(
            """
            2:52 warning on[0].when: expected a field that events of this type have had so far, but none had 'totl': 'event.data.totl > 5 && has(event.data.custommer)'. Did you mean 'total'?
            2:67 warning on[0].when: expected a field that events of this type have had so far, but none had 'custommer': 'event.data.totl > 5 && has(event.data.custommer)'. Did you mean 'customer'?
            5:42 warning steps[0].with.a: expected a field that events of this type have had so far, but none had 'emial': 'event.data.customer.emial'. Did you mean 'email'?
            5:68 warning steps[0].with.b: expected a field that events of this type have had so far, but none had 'totall': 'event.data.?totall.orValue(0)'. Did you mean 'total'?\
            """);
  }

  @Test
  void saysNothingOfFieldsThatAreNearToNone() {
    assertThat(said(reading("[{ event: shop.order.placed }]", "event.data.region.code"))).isEmpty();
    assertThat(said(reading("[{ event: shop.order.placed }]", "event.data.total + 1"))).isEmpty();
  }

  @Test
  void saysNothingWhereAnotherTypeMayHaveTheField() {
    assertThat(
            said(
                reading(
                    "[{ event: shop.order.placed }, { event: shop.order.sent }]",
                    "event.data.totl")))
        .contains("Did you mean 'total'?");
    assertThat(
            said(
                reading(
                    "[{ event: shop.order.placed }, { event: shop.order.lost }]",
                    "event.data.totl")))
        .doesNotContain("total");
    assertThat(said(reading("[{ event: 'shop.*' }]", "event.data.totl"))).isEmpty();
    assertThat(said(reading("[{ manual: Go }, { event: shop.order.placed }]", "event.data.totl")))
        .doesNotContain("Did you mean 'total'");
  }

  @Test
  void takesATypeThatHasComeForKnown() {
    assertThat(said(reading("[{ event: shop.order.plced }]", "event.id")))
        .contains("'shop.order.plced' is not known here. Did you mean 'shop.order.placed'?");
    assertThat(said(reading("[{ event: crm.deal.wonn }]", "event.id"))).isEmpty();
    assertThat(READER.read(yaml(reading("[{ event: crm.deal.wonn }]", "event.id"))).warnings())
        .as("where nobody knows what has come")
        .hasSize(1);
  }

  private static String reading(String triggers, String expression) {
    return "name: A name\non: %s\nsteps: [{ do: transform, with: { a: \"${%s}\" } }]\n"
        .formatted(triggers, expression);
  }

  private static String said(String text) {
    return READER.read(yaml(text), SEEN, CalledAutomations.NONE).warnings().stream()
        .map(Problem::toString)
        .collect(Collectors.joining("\n"));
  }

  private static WrittenText yaml(String text) {
    return new WrittenText(SourceFormat.YAML, text);
  }

  private static LearntShape shape(String data) {
    return LearntShape.NONE.with(List.of(new EventData.Parsed(new Json(data))));
  }
}
