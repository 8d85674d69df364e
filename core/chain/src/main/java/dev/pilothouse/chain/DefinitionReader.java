package dev.pilothouse.chain;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.SourceFormat;
import dev.pilothouse.model.WrittenText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Reads a definition, or says everything that is wrong with it at once.
public final class DefinitionReader {
  static final int MOST_BYTES = 256 * 1024;

  private static final int LONGEST_NAME = 200;

  private final ActionCatalogue actions;
  private final Optional<TypeCheck> types;

  /// For a version that was checked when it was published: what its author was told then is not
  /// said again, and what is known of events today must not undo it.
  public DefinitionReader(ActionCatalogue actions) {
    this.actions = actions;
    types = Optional.empty();
  }

  /// For what an author writes.
  public DefinitionReader(ActionCatalogue actions, TypeCheck types) {
    this.actions = actions;
    this.types = Optional.of(types);
  }

  /// @throws DefinitionProblems with all that is wrong
  public Definition read(Json json) {
    return read(new WrittenText(SourceFormat.JSON, json.text())).definition();
  }

  /// @throws DefinitionProblems with all that is wrong, each with its place in the text
  public ReadDefinition read(WrittenText written) {
    return read(written, SeenEvents.NONE, CalledAutomations.NONE);
  }

  /// @param seen of the author's tenant, for what is likely mistyped
  /// @param called of the author's tenant, for calls of what is not there
  /// @throws DefinitionProblems with all that is wrong, each with its place in the text
  public ReadDefinition read(WrittenText written, SeenEvents seen, CalledAutomations called) {
    refuseTooLarge(written.text(), "");
    SourceTree source = DefinitionLayout.parse(written);
    refuseOther(source);
    Reading reading = new Reading(source, seen);
    Definition definition = reading.definition();
    new Doubts(reading.problems, actions, seen, called, source.root()).warn();
    Json json = DefinitionLayout.canonical(source.root());
    refuseTooLarge(json.text(), " as JSON");
    return new ReadDefinition(definition, json, reading.problems.all());
  }

  private static void refuseTooLarge(String text, String as) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MOST_BYTES) {
      throw refusal(
          "expected a definition of at most "
              + MOST_BYTES
              + " bytes, but it has "
              + bytes
              + as
              + ".",
          "Take it apart into several automations.");
    }
  }

  static void refuseOther(SourceTree source) {
    if (!source.root().isObject()) {
      Problems problems = new Problems(source);
      problems.wrongKind(
          "",
          "an object with 'name', 'on' and 'steps'",
          Shown.kind(source.root()),
          "Write 'name: ...' and a space behind each ':', or in JSON {\"name\": \"...\", \"on\": [...], \"steps\": [...]}.");
      problems.throwIfAny();
    }
  }

  private static DefinitionProblems refusal(String message, String hint) {
    return new DefinitionProblems(List.of(new Problem("", message, hint)));
  }

  /// One definition being read.
  private final class Reading {
    private final Problems problems;
    private final SeenEvents seen;
    private final Fields top;
    private final StepIds ids;
    private final References references;
    private final ValueReader values;

    Reading(SourceTree source, SeenEvents seen) {
      this.seen = seen;
      problems = new Problems(source);
      top = new Fields(source.root(), "", problems);
      ids = new StepIds(problems, source.root().path("steps"));
      references = new References(problems, ids);
      values = new ValueReader(problems, references);
    }

    Definition definition() {
      top.only(Names.OF_DEFINITION);
      String name = name();
      List.of("description", "area").forEach(top::text);
      String owner = top.text("owner").orElse("");
      List<Trigger> triggers = new TriggerReader(problems, values).all(top);
      AdmissionReader settings = new AdmissionReader(problems, values);
      Admission admission = settings.admission(top);
      Optional<Duration> deadline = settings.deadline(top);
      Optional<String> tell = settings.tellOfFailure(top, owner);
      List<Step> steps = new StepReader(problems, values, references, ids, actions).all(top);
      problems.throwIfAny();
      return checked(new Definition(name, owner, triggers, admission, deadline, tell, steps));
    }

    /// What expressions read can only be said once all of it is known.
    private Definition checked(Definition definition) {
      types.ifPresent(check -> check.check(definition, seen, problems::add));
      problems.throwIfAny();
      return definition;
    }

    private String name() {
      top.require(
          "name", "by which people know the automation", "\"name\": \"Onboard a customer\"");
      String name = top.text("name").orElse("-");
      if (name.isBlank() || name.length() > LONGEST_NAME) {
        problems.add(
            "name",
            "expected a name of 1 to 200 characters, but it has " + name.strip().length() + ".",
            "Say in a few words what the automation does.");
      }
      return name;
    }
  }
}
