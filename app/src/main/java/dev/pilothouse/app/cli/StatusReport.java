package dev.pilothouse.app.cli;

import dev.pilothouse.workers.platform.DataFolder;
import dev.pilothouse.workers.platform.PlatformState;
import dev.pilothouse.workers.platform.PlatformState.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// What runs, in words for a person and in JSON for a program.
record StatusReport(DataFolder data, PlatformState state) {

  /// The names of the parts' ports in [PlatformState#ports].
  private static final Map<String, String> PORT_OF_PART =
      Map.of("app", "http", "postgres", "postgres", "temporal", "temporal");

  static Map<String, Object> nothingInJson(DataFolder data) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("ready", false);
    json.put("running", false);
    json.put("data", data.root().toString());
    return json;
  }

  Map<String, Object> inJson() {
    Map<String, Object> json = nothingInJson(data);
    json.put("ready", state.ready());
    json.put("running", true);
    json.put("phase", word(state.phase()));
    json.put("words", state.words());
    json.put("url", state.url());
    json.put("api", state.api());
    json.put("temporal", state.temporal());
    json.put("temporalUi", state.temporalUi());
    json.put("versions", withOwn("pilothouse", state.version(), Part::version));
    json.put("pids", withOwn("supervisor", state.supervisor().pid(), part -> part.process().pid()));
    json.put("ports", state.ports());
    json.put("restarts", ofParts(Part::restarts));
    json.put("states", ofParts(part -> word(part.state())));
    json.put("problem", state.problem());
    json.put("nextStep", state.nextStep());
    return json;
  }

  List<String> lines(Terminal terminal) {
    List<String> lines = new ArrayList<>();
    lines.add(headline(terminal));
    if (!state.problem().isBlank()) {
      lines.add((state.problem() + " " + state.nextStep()).strip());
    }
    lines.add("");
    addresses().lines().forEach(line -> lines.add("  " + line));
    lines.add("");
    parts().lines().forEach(line -> lines.add("  " + line));
    return lines;
  }

  private String headline(Terminal terminal) {
    Terminal.Style style = state.ready() ? Terminal.Style.GOOD : Terminal.Style.DOUBTFUL;
    String words = state.ready() ? "ready" : word(state.phase());
    return "Pilothouse " + state.version() + " is " + terminal.styled(style, words) + unlessReady();
  }

  private String unlessReady() {
    return state.ready() || state.words().isBlank() ? "." : ": " + state.words();
  }

  private Table addresses() {
    Table table = new Table().row("Page", state.url()).row("API", state.api());
    table.row("Temporal", state.temporal());
    if (!state.temporalUi().isBlank()) {
      table.row("Temporal's page", state.temporalUi());
    }
    return table.row("Data and logs", data.root().toString());
  }

  private Table parts() {
    Table table = new Table().row("PART", "STATE", "PID", "PORT", "VERSION", "RESTARTS");
    state.parts().forEach((name, part) -> add(table, name, part));
    return table.row("supervisor", "running", Long.toString(state.supervisor().pid()));
  }

  private void add(Table table, String name, Part part) {
    table.row(
        name,
        word(part.state()),
        Long.toString(part.process().pid()),
        port(name),
        part.version(),
        Integer.toString(part.restarts()));
  }

  private String port(String part) {
    Integer port = state.ports().get(PORT_OF_PART.getOrDefault(part, part));
    return port == null ? "" : port.toString();
  }

  private Map<String, Object> withOwn(String name, Object value, Function<Part, Object> ofPart) {
    Map<String, Object> all = ofParts(ofPart);
    all.put(name, value);
    return all;
  }

  private Map<String, Object> ofParts(Function<Part, Object> ofPart) {
    Map<String, Object> all = new TreeMap<>();
    state.parts().forEach((name, part) -> all.put(name, ofPart.apply(part)));
    return all;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
