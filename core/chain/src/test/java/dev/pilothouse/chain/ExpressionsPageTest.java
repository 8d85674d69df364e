package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `docs/expressions.md`: its tables are made from the functions. `-Dwrite.docs=true` writes them.
class ExpressionsPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("pilothouse.build"), "docs", "expressions.md");
  private static final String MARK = "<!-- from here on made from the functions themselves -->\n";
  private static final Map<String, String> TITLES = titles();

  private static Map<String, String> titles() {
    Map<String, String> titles = new LinkedHashMap<>();
    titles.put("text", "Text");
    titles.put("number", "Numbers");
    titles.put("date", "Dates");
    titles.put("list", "Lists");
    titles.put("json", "JSON");
    titles.put("money", "Money");
    titles.put("hash", "Hashes");
    titles.put("id", "Ids");
    titles.put("encode", "Encoding");
    titles.put("decode", "Decoding");
    titles.put("", "Of CEL");
    titles.put("sets", "Sets, of CEL");
    titles.put("strings", "Quoting, of CEL");
    titles.put("optional", "Values that may be missing, of CEL");
    titles.put("math", "Mathematics, of CEL");
    titles.put("base64", "Bytes, of CEL");
    return titles;
  }

  @Test
  void tellsOfEveryFunctionWhatItSaysOfItself() throws IOException {
    String page = Files.readString(PAGE);
    String written = page.substring(0, page.indexOf(MARK)) + MARK + tables();
    if (Boolean.getBoolean("write.docs")) {
      Files.writeString(PAGE, written);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({
    "definitions.md, There are %d functions for texts",
    "status.md, 'Expressions: %d functions, %d of them our own'"
  })
  void areCountedWhereOtherPagesSayHowManyThereAre(String page, String says) throws IOException {
    assertThat(Files.readString(PAGE.resolveSibling(page)))
        .contains(says.formatted(Functions.all().size(), Functions.ours().size()));
  }

  private static String tables() {
    Map<String, List<ExpressionFunction>> families =
        Functions.all().stream().collect(Collectors.groupingBy(ExpressionFunction::family));
    assertThat(TITLES.keySet()).containsExactlyInAnyOrderElementsOf(families.keySet());
    return TITLES.keySet().stream()
        .map(family ->
            table(TITLES.getOrDefault(family, ""), families.getOrDefault(family, List.of())))
        .collect(Collectors.joining());
  }

  private static String table(String title, List<ExpressionFunction> functions) {
    return functions.stream()
        .map(ExpressionsPageTest::row)
        .collect(
            Collectors.joining(
                "\n",
                "\n## " + title + "\n\n| function | gives | example |\n|---|---|---|\n",
                "\n"));
  }

  private static String row(ExpressionFunction function) {
    return "| `%s` | %s: %s | `%s` → `%s` |"
        .formatted(
            cell(function.signature()),
            function.gives(),
            cell(function.does()),
            cell(function.example()),
            cell(function.result()));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
