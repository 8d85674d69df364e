package dev.pilothouse.app.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/// What a module's `pom.xml` says of our own modules: itself, and those it ships with.
record Pom(String artifact, List<String> ships) {

  private static final String PREFIX = "pilothouse-";

  /// The folders named by the root's `<modules>`, as paths from the root.
  static List<Path> modulesOf(Path root) throws Exception {
    return children(only(project(root), "modules"), "module").stream()
        .map(module -> root.resolve(module.getTextContent()))
        .toList();
  }

  static Pom in(Path folder) throws Exception {
    Element project = project(folder);
    return new Pom(text(project, "artifactId").orElseThrow(), shipped(project));
  }

  /// `pilothouse-builder-api` stands in package `builderapi`, `pilothouse-workers-platform` in
  /// `workers.platform`.
  static String room(String artifact) {
    String name = artifact.substring(PREFIX.length());
    return name.startsWith("workers-") || name.startsWith("sandbox-")
        ? name.replace('-', '.')
        : name.replace("-", "");
  }

  private static List<String> shipped(Element project) {
    return children(project, "dependencies").stream()
        .flatMap(list -> children(list, "dependency").stream())
        .filter(dependency -> !text(dependency, "scope").orElse("compile").equals("test"))
        .map(dependency -> text(dependency, "artifactId").orElseThrow())
        .filter(artifact -> artifact.startsWith(PREFIX))
        .toList();
  }

  private static Element project(Path folder) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(folder.resolve("pom.xml").toFile())
        .getDocumentElement();
  }

  private static Element only(Element parent, String name) {
    return children(parent, name).getFirst();
  }

  private static Optional<String> text(Element parent, String name) {
    return children(parent, name).stream().map(Node::getTextContent).findFirst();
  }

  private static List<Element> children(Element parent, String name) {
    NodeList nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(node -> node.getNodeName().equals(name))
        .map(Element.class::cast)
        .toList();
  }
}
