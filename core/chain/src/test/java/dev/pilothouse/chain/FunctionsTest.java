package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.extensions.CelExtensionLibrary;
import dev.cel.extensions.CelExtensions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FunctionsTest {
  private static final Scope SCOPE =
      Scope.of(
          Events.of(
              "crm.deal.won",
              "{\"n\": 7, \"half\": 0.5, \"name\": \"Ada\", \"none\": null, \"list\": [3, 1, 2],"
                  + " \"rows\": [{\"id\": \"a\", \"n\": 2}, {\"id\": \"b\", \"n\": 1.5}, {\"id\": \"c\", \"n\": null}]}"));

  static List<ExpressionFunction> all() {
    return Functions.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void giveWhatTheirExamplesSay(ExpressionFunction function) throws Exception {
    assertThat(function.example()).contains(function.name() + "(");
    assertThat(Expression.compile(function.example()).json(SCOPE)).hasToString(function.result());
  }

  @ParameterizedTest
  @MethodSource("all")
  void areToldOfInASentence(ExpressionFunction function) {
    assertThat(function.does()).matches("[A-Z-].*[^.]\\.");
    assertThat(function.signature()).contains(function.name() + "(");
  }

  @Test
  void haveOneNameEach() {
    assertThat(Functions.all()).extracting(ExpressionFunction::name).doesNotHaveDuplicates();
  }

  @Test
  void areAllThatTheLibrariesOfCelBringAndMore() {
    assertThat(Functions.all())
        .extracting(ExpressionFunction::name)
        .containsAll(
            Stream.of(
                    CelExtensions.strings(),
                    CelExtensions.math(),
                    CelExtensions.sets(CelOptions.DEFAULT),
                    CelExtensions.encoders(CelOptions.DEFAULT))
                .map(CelExtensionLibrary.FeatureSet.class::cast)
                .flatMap(library -> library.functions().stream())
                .map(CelFunctionDecl::name)
                .filter(name -> !name.contains("@"))
                .toList());
  }

  /// `functions.txt`: what the examples do not show.
  static Stream<Case> cases() throws IOException {
    return Files.readAllLines(Resources.folder("/functions.txt")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Case::of);
  }

  record Case(String expression, String expected) {
    static Case of(String line) {
      String[] parts = line.split(" => ", 2);
      return new Case(parts[0].strip(), parts[1].strip());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void doTheRest(Case asked) throws Exception {
    assertThat(worth(asked.expression())).isEqualTo(asked.expected());
  }

  private static String worth(String expression) throws ExpressionMistakes {
    try {
      return Expression.compile(expression).json(SCOPE).toString();
    } catch (ExpressionFailed failed) {
      return "! " + failed.reason();
    }
  }
}
