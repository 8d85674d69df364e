package dev.pilothouse.builderapi;

import dev.pilothouse.builderapi.RefusedException.Fault;
import dev.pilothouse.chain.Definition;
import dev.pilothouse.chain.DefinitionLayout;
import dev.pilothouse.chain.DefinitionProblems;
import dev.pilothouse.chain.DefinitionReader;
import dev.pilothouse.chain.Problem;
import dev.pilothouse.chain.ReadDefinition;
import dev.pilothouse.model.Draft;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.model.WrittenText;
import dev.pilothouse.spi.Automations;
import dev.pilothouse.spi.EventTypes;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/// A definition as it is sent, and all that is wrong with it in terms of HTTP.
final class DefinitionText {
  /// Far above what a definition may have; the reader names its own limit.
  private static final int READ_AT_MOST = 1_048_576;

  /// What was read and can be carried out.
  record Sound(Definition definition, Draft draft, List<Fault> warnings) {
    String name() {
      return definition.name();
    }
  }

  private final DefinitionReader reader;
  private final EventTypes types;
  private final Automations automations;
  private final JsonText json;

  DefinitionText(
      DefinitionReader reader, EventTypes types, Automations automations, JsonMapper mapper) {
    this.reader = reader;
    this.types = types;
    this.automations = automations;
    json = new JsonText(mapper);
  }

  /// In JSON or YAML, as its content type says or as it looks.
  static WrittenText sent(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(READ_AT_MOST + 1);
    if (body.length > READ_AT_MOST) {
      throw RefusedException.because(
          HttpStatus.CONTENT_TOO_LARGE,
          new Fault(
              "",
              "A definition of more than " + READ_AT_MOST + " bytes is not even read.",
              "Take it apart into several automations."));
    }
    try {
      return DefinitionLayout.decode(
          body, Optional.ofNullable(request.getContentType()).orElse(""));
    } catch (DefinitionProblems noText) {
      throw unreadable(noText.problems().stream().map(Fault::of).toList());
    }
  }

  /// @throws RefusedException with all that is wrong
  Sound sound(TenantId tenant, WrittenText written) {
    try {
      ReadDefinition read = read(tenant, written);
      requireStorable(written, read.json());
      return new Sound(
          read.definition(),
          new Draft(read.json(), written),
          read.warnings().stream().map(Fault::of).toList());
    } catch (DefinitionProblems problems) {
      throw RefusedException.with(
          "This definition cannot be carried out as it stands.",
          problems.problems().stream().filter(Problem::isError).map(Fault::of).toList());
    }
  }

  /// What can be kept, also with mistakes: people save half-done work.
  ///
  /// @throws RefusedException where it is no JSON or YAML at all
  Draft draft(WrittenText written) {
    try {
      Json definition = DefinitionLayout.read(written);
      requireStorable(written, definition);
      return new Draft(definition, written);
    } catch (DefinitionProblems problems) {
      throw unreadable(problems.problems().stream().map(Fault::of).toList());
    }
  }

  /// All that is wrong, or likely to be. Reads the author's text, so that each has its place in it.
  Checkup check(TenantId tenant, WrittenText written) {
    try {
      ReadDefinition read = read(tenant, written);
      Checkup found = Checkup.of(read.warnings());
      return unstorable(written, read.json()).map(found::with).orElse(found);
    } catch (DefinitionProblems problems) {
      return Checkup.of(problems.problems());
    }
  }

  private ReadDefinition read(TenantId tenant, WrittenText written) {
    return reader.read(
        written, new LearntTypes(types, tenant), new NamedAutomations(automations, tenant));
  }

  private void requireStorable(WrittenText written, Json definition) {
    unstorable(written, definition)
        .ifPresent(fault -> {
          throw unreadable(List.of(fault));
        });
  }

  private Optional<Fault> unstorable(WrittenText written, Json definition) {
    try {
      return StorableText.unfitIn(json.read(definition.text().getBytes(StandardCharsets.UTF_8)))
          .or(() -> StorableText.unfitIn(written.text()))
          .map(unfit -> new Fault(unfit.path().replaceFirst("^\\.", ""), unfit.message()));
    } catch (JsonText.Malformed malformed) {
      return Optional.of(new Fault("", malformed.sentence()));
    }
  }

  private static RefusedException unreadable(List<Fault> faults) {
    return RefusedException.with("This definition cannot be read.", faults);
  }
}
