package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.OwnEventTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class EventCatalogueTest {
  private static final EventCatalogue CATALOGUE = EventCatalogue.standard();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  static List<EventType> types() {
    return CATALOGUE.all();
  }

  @ParameterizedTest
  @MethodSource("types")
  void showsAnExampleThatFitsItsSchemas(EventType type) {
    JsonNode example = JsonText.parse(type.example());
    assertThat(violations(type.data(), example.path("data"))).isEmpty();
    type.change()
        .ifPresent(change -> {
          assertThat(violations(change.before(), example.get("before"))).isEmpty();
          assertThat(violations(change.after(), example.get("after"))).isEmpty();
        });
    assertThat(example.has("before")).isEqualTo(type.change().isPresent());
    assertThat(example.has("after")).isEqualTo(type.change().isPresent());
  }

  @ParameterizedTest
  @MethodSource("types")
  void showsAnExampleOfItsOwnTypeWithASubject(EventType type) {
    JsonNode example = JsonText.parse(type.example());
    assertThat(example.path("specversion").asString()).isEqualTo("1.0");
    assertThat(example.path("type").asString()).isEqualTo(type.name());
    assertThat(example.path("id").asString()).isNotEmpty();
    assertThat(example.path("source").asString()).isNotEmpty();
    assertThat(example.path("subject").asString()).matches("house|[a-z_]+/.+");
    assertThat(Moment.parse(example.path("time").asString())).isPresent();
  }

  @ParameterizedTest
  @MethodSource("types")
  void saysInWordsWhatEachTypeIs(EventType type) {
    assertThat(type.title()).isNotBlank();
    assertThat(type.about()).endsWith(".");
  }

  /// From outside comes only what somebody else may say: nothing else, and nothing of it is shut
  /// out.
  @ParameterizedTest
  @MethodSource("types")
  void comesFromOutsideUnlessItIsOursAndOfNoRecord(EventType type) {
    boolean ofARecord = type.name().matches("(crm|task)\\..*");
    assertThat(OwnEventTypes.include(type.name())).isEqualTo(type.ours() && !ofARecord);
  }

  /// Completion, the builder's forms and the check of expressions live on it.
  @ParameterizedTest
  @MethodSource("types")
  void declaresEveryFieldOfTheExample(EventType type) {
    JsonNode declared = JsonText.parse(type.data()).path("properties");
    assertThat(JsonText.parse(type.example()).path("data").propertyNames())
        .allSatisfy(name -> assertThat(declared.has(name)).as(name).isTrue());
  }

  @ParameterizedTest
  @MethodSource("types")
  void refersToNothingOutsideItself(EventType type) {
    assertThat(type.data().text() + type.change()).doesNotContain("$ref");
  }

  @Test
  void hasEveryFileOfItsFolderOnce() throws IOException {
    assertThat(CATALOGUE.all())
        .extracting(EventType::name)
        .containsExactlyInAnyOrderElementsOf(filesIn("events"))
        .doesNotHaveDuplicates();
  }

  @Test
  void hasNoShapeThatNobodyUses() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String folder : List.of("events", "events/shapes")) {
      for (String file : filesIn(folder)) {
        all.append(Files.readString(folder(folder).resolve(file + ".json")));
      }
    }
    assertThat(filesIn("events/shapes"))
        .allSatisfy(shape -> assertThat(all).contains("\"$ref\": \"" + shape + "\""));
  }

  @Test
  void knowsATypeByItsName() {
    assertThat(CATALOGUE.named("crm.deal.won")).map(EventType::title).hasValue("A deal was won");
    assertThat(CATALOGUE.named("crm.deal.eaten")).isEmpty();
  }

  @Test
  void addsToASharedShapeWhatOneTypeHasBeside() {
    JsonNode won = JsonText.parse(CATALOGUE.named("crm.deal.won").orElseThrow().data());
    assertThat(won.path("properties").path("stage").path("const").asString()).isEqualTo("won");
    assertThat(won.path("properties").has("amount")).isTrue();
    assertThat(won.path("required").toString()).isEqualTo("[\"id\",\"stage\"]");
  }

  @Test
  void tellsOfAChangeWhatItsDataDoesNotSay() {
    EventType paused = CATALOGUE.named("automation.paused").orElseThrow();
    EventType.Change change = paused.change().orElseThrow();
    assertThat(JsonText.parse(change.before()).path("properties").propertyNames())
        .containsExactly("state", "version", "number");
    assertThat(change.after()).isEqualTo(change.before()).isNotEqualTo(paused.data());
  }

  private static List<com.networknt.schema.Error> violations(Json schema, JsonNode value) {
    return SCHEMAS.getSchema(schema.text()).validate(value.toString(), InputFormat.JSON);
  }

  private static List<String> filesIn(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder(name))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".json"))
          .map(file -> file.substring(0, file.length() - ".json".length()))
          .toList();
    }
  }

  private static Path folder(String name) {
    return Resources.folder("/dev/pilothouse/chain/" + name);
  }
}
