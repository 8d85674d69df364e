package dev.pilothouse.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/// The app's jar with [IdleApp] in the app's place: what the supervisor itself needs, and no more.
final class IdleJar {
  private static final String LIBRARIES = "BOOT-INF/lib/";
  private static final List<String> NEEDED =
      List.of("pilothouse-workers-platform", "jackson-", "postgresql-");

  private IdleJar() {}

  static Path in(Path folder) throws IOException {
    Path made = folder.resolve("idle.jar");
    try (JarFile real = new JarFile(Checkout.jar().toFile());
        OutputStream file = Files.newOutputStream(made);
        JarOutputStream jar = new JarOutputStream(file, manifest(real.getManifest()))) {
      for (JarEntry entry : real.stream().filter(IdleJar::isNeeded).toList()) {
        put(jar, entry.getName(), real.getInputStream(entry));
      }
      String name = IdleApp.class.getName().replace('.', '/') + ".class";
      put(
          jar,
          "BOOT-INF/classes/" + name,
          Objects.requireNonNull(IdleApp.class.getClassLoader()).getResourceAsStream(name));
    }
    return made;
  }

  private static boolean isNeeded(JarEntry entry) {
    return NEEDED.stream().anyMatch(name -> entry.getName().startsWith(LIBRARIES + name));
  }

  private static Manifest manifest(Manifest real) {
    Manifest manifest = new Manifest(real);
    manifest.getMainAttributes().put(new Attributes.Name("Start-Class"), IdleApp.class.getName());
    return manifest;
  }

  private static void put(JarOutputStream jar, String name, InputStream content)
      throws IOException {
    try (content) {
      jar.putNextEntry(new JarEntry(name));
      content.transferTo(jar);
      jar.closeEntry();
    }
  }
}
