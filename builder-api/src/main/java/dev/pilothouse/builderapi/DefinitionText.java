package dev.pilothouse.builderapi;

import dev.pilothouse.builderapi.RefusedException.Fault;
import dev.pilothouse.chain.Definition;
import dev.pilothouse.chain.DefinitionProblems;
import dev.pilothouse.chain.DefinitionReader;
import dev.pilothouse.model.Json;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/// A definition as it is sent, and all that is wrong with it in terms of HTTP.
final class DefinitionText {
  /// Far above what a definition may have; the reader names its own limit.
  private static final int READ_AT_MOST = 1_048_576;

  /// What was read and checked, with the text it stands in.
  record Checked(Definition definition, Json text) {}

  private final DefinitionReader reader;
  private final JsonText json;

  DefinitionText(DefinitionReader reader, JsonMapper mapper) {
    this.reader = reader;
    json = new JsonText(mapper);
  }

  Checked read(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(READ_AT_MOST + 1);
    if (body.length > READ_AT_MOST) {
      throw RefusedException.because(
          HttpStatus.CONTENT_TOO_LARGE,
          new Fault(
              "",
              "A definition of more than " + READ_AT_MOST + " bytes is not even read.",
              "Take it apart into several automations."));
    }
    return check(new Json(text(body)));
  }

  /// Checks a draft again, as the house is now: an action may have left it since.
  Checked check(Json text) {
    try {
      Definition definition = reader.read(text);
      requireStorable(text);
      return new Checked(definition, text);
    } catch (DefinitionProblems problems) {
      throw RefusedException.with(
          "This definition cannot be carried out as it stands.",
          problems.problems().stream()
              .map(it -> new Fault(it.path(), it.message(), it.hint()))
              .toList());
    }
  }

  private void requireStorable(Json text) {
    try {
      StorableText.unfitIn(json.read(text.text().getBytes(StandardCharsets.UTF_8)))
          .ifPresent(unfit -> {
            throw unfit(unfit.path().replaceFirst("^\\.", ""), unfit.message(), "");
          });
    } catch (JsonText.Malformed malformed) {
      throw unfit("", malformed.sentence(), "");
    }
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw unfit("", "Expected text in UTF-8, but found other bytes.", "Save it as UTF-8.");
    }
  }

  private static RefusedException unfit(String path, String message, String hint) {
    return RefusedException.with(
        "This definition cannot be read.", List.of(new Fault(path, message, hint)));
  }
}
