package dev.pilothouse.app.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// `docker-compose.yml`, as far as the tests ask it.
record ComposeFile(JsonNode root) {

  static ComposeFile read(Path build) throws IOException {
    return parse(Files.readString(build.resolve("docker-compose.yml")));
  }

  static ComposeFile parse(String yaml) {
    return new ComposeFile(new YAMLMapper().readTree(yaml));
  }

  ComposeFile changed(UnaryOperator<String> change) {
    return parse(change.apply(new YAMLMapper().writeValueAsString(root)));
  }

  List<Service> services() {
    return root.path("services").properties().stream().map(Service::of).toList();
  }

  Service service(String name) {
    return new Service(name, root.path("services").path(name));
  }

  List<String> serviceNames() {
    return services().stream().map(Service::name).toList();
  }

  /// One service of the file.
  record Service(String name, JsonNode body) {

    static Service of(Map.Entry<String, JsonNode> entry) {
      return new Service(entry.getKey(), entry.getValue());
    }

    String image() {
      return body.path("image").asString("");
    }

    String command() {
      return body.path("command").toString();
    }

    List<String> waitsFor() {
      return body.path("depends_on").propertyNames().stream().toList();
    }

    Map<String, String> environment() {
      return body.path("environment").properties().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asString()));
    }

    List<String> ports() {
      return strings("ports").toList();
    }

    /// The files of this repository that stand in for the container's own.
    List<String> boundFiles() {
      return strings("volumes")
          .filter(volume -> volume.startsWith("./"))
          .map(volume -> volume.split(":", -1)[0])
          .toList();
    }

    boolean isOurs() {
      return image().startsWith("pilothouse:");
    }

    private Stream<String> strings(String list) {
      return body.path(list).valueStream().map(JsonNode::asString);
    }
  }
}
