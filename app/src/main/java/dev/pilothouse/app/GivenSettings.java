package dev.pilothouse.app;

import dev.pilothouse.app.cli.NearName;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/// The texts that were given, by key: from a file, over it the environment, over it the command
/// line. What no setting answers to is a problem, since a mistyped key would otherwise do nothing
/// in silence.
record GivenSettings(Map<String, String> values, List<String> problems) {
  private static final String ENVIRONMENT = "PILOTHOUSE_";

  /// Of the launcher, not of the server.
  private static final Set<String> NOT_OURS =
      Set.of(
          "PILOTHOUSE_HOME",
          "PILOTHOUSE_CACHE",
          "PILOTHOUSE_CONFIG",
          "PILOTHOUSE_JDK_FOLDERS",
          "PILOTHOUSE_CHROMIUM");

  GivenSettings {
    values = Map.copyOf(values);
    problems = List.copyOf(problems);
  }

  static GivenSettings from(
      List<String> keys, List<String> arguments, Map<String, String> environment) {
    Collector collector = new Collector(keys);
    collector.file(configFile(arguments, environment));
    environment.forEach(collector::environment);
    arguments.forEach(collector::argument);
    return new GivenSettings(collector.values, collector.problems);
  }

  /// How a key is written in the environment.
  static String environmentName(String key) {
    return ENVIRONMENT + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  private static String configFile(List<String> arguments, Map<String, String> environment) {
    return arguments.stream()
        .filter(argument -> argument.startsWith("--config="))
        .map(argument -> argument.substring("--config=".length()))
        .findFirst()
        .orElse(environment.getOrDefault("PILOTHOUSE_CONFIG", ""));
  }

  private static final class Collector {
    private final List<String> keys;
    private final Map<String, String> values = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    Collector(List<String> keys) {
      this.keys = keys;
    }

    void file(String name) {
      if (name.isEmpty()) {
        return;
      }
      Properties properties = new Properties();
      try (Reader reader = Files.newBufferedReader(Path.of(name))) {
        properties.load(reader);
      } catch (IOException | IllegalArgumentException unreadable) {
        problems.add("The settings file '" + name + "' cannot be read: " + unreadable + ".");
      }
      for (String key : properties.stringPropertyNames()) {
        put(key, properties.getProperty(key), "in " + name, keys, key);
      }
    }

    void environment(String name, String value) {
      if (name.startsWith(ENVIRONMENT) && !NOT_OURS.contains(name)) {
        List<String> names = keys.stream().map(GivenSettings::environmentName).toList();
        int found = names.indexOf(name);
        put(name, value, "in the environment", names, found < 0 ? "" : keys.get(found));
      }
    }

    void argument(String argument) {
      int equals = argument.indexOf('=');
      if (!argument.startsWith("--") || equals < 0) {
        problems.add("Expected a setting as --name=value, but found '" + argument + "'.");
      } else if (!argument.startsWith("--config=")) {
        String key = argument.substring(2, equals);
        put(key, argument.substring(equals + 1), "on the command line", keys, key);
      }
    }

    private void put(String name, String value, String where, List<String> candidates, String key) {
      if (keys.contains(key)) {
        values.put(key, value);
      } else {
        problems.add(
            "There is no setting '" + name + "' (" + where + "); " + nearest(name, candidates));
      }
    }

    private static String nearest(String name, List<String> candidates) {
      return NearName.of(name, candidates)
          .map(near -> "did you mean '" + near + "'?")
          .orElse("docs/operations.md lists them all.");
    }
  }
}
