package dev.pilothouse.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.app.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentsTest {

  private static final Path BUILD = Path.of(System.getProperty("pilothouse.build"));

  private static final Pattern SETTING_ROW = Pattern.compile("(?m)^\\| `([a-z.-]+)` \\| ");
  private static final Pattern MANAGED =
      Pattern.compile("<artifactId>([^<]+)</artifactId>\\s*<version>");
  private static final Pattern REFUSAL_ROW = Pattern.compile("(?m)^\\| (?!---)([^|]+) \\| ");
  private static final Pattern SEAM = Pattern.compile("\"\\s*\\+\\s*\"");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)#:\\s]+)(?:#[^)]*)?\\)");

  @Test
  void listTheSettingsThatExistAndNoOther() throws IOException {
    String settings = section(read("docs/operations.md"), "## Settings");
    assertThat(found(SETTING_ROW, settings)).containsExactlyInAnyOrderElementsOf(Settings.keys());
  }

  @Test
  void sayOfEveryManagedLibraryWhyItIsThere() throws IOException {
    String page = read("docs/dependencies.md");
    assertThat(found(MANAGED, read("bom/pom.xml")))
        .filteredOn(artifact -> !artifact.startsWith("pilothouse-"))
        .isNotEmpty()
        .allSatisfy(artifact -> assertThat(page).contains("`" + artifact + "`"));
  }

  @Test
  void linkOnlyToWhatIsThere() throws IOException {
    for (Path page : pages()) {
      assertThat(found(LINK, Files.readString(page)))
          .allSatisfy(link -> assertThat(page.resolveSibling(link)).as("in " + page).exists());
    }
  }

  @Test
  void quoteSentencesThatTheProgramSays() throws IOException {
    String sources = sources();
    assertThat(found(REFUSAL_ROW, read("docs/when-it-does-not-start.md")))
        .filteredOn(row -> !row.equals("it says"))
        .isNotEmpty()
        .flatMap(row -> List.of(row.split("…|/", -1)))
        .map(String::strip)
        .allSatisfy(words -> assertThat(sources.contains(words)).as("says '%s'", words).isTrue());
  }

  /// What is said to people, with the seams of concatenated texts taken out.
  private static String sources() throws IOException {
    StringBuilder all = new StringBuilder(read("pilothouse"));
    try (Stream<Path> files = Files.walk(BUILD)) {
      for (Path file : files.filter(DocumentsTest::isOurs).toList()) {
        all.append(Files.readString(file));
      }
    }
    return SEAM.matcher(all).replaceAll("");
  }

  private static boolean isOurs(Path file) {
    String name = file.toString();
    return name.endsWith(".java") && name.contains("/src/main/");
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(BUILD.resolve("docs"));
        Stream<Path> top = Files.list(BUILD)) {
      return Stream.concat(docs, top).filter(page -> page.toString().endsWith(".md")).toList();
    }
  }

  private static String section(String page, String heading) {
    String below = page.substring(page.indexOf(heading) + heading.length());
    int next = below.indexOf("\n## ");
    return next < 0 ? below : below.substring(0, next);
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
  }

  private static String read(String name) throws IOException {
    return Files.readString(BUILD.resolve(name));
  }
}
