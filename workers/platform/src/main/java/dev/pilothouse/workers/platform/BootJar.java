package dev.pilothouse.workers.platform;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.Deflater;

/// Our one jar, unpacked in the cache into plain jars: Java starts faster from those, and building
/// the jar anew never pulls classes from under a running app. Each content has a folder of its own;
/// those that no instance uses are deleted.
record BootJar(Path jar) {

  private static final String CLASSES = "BOOT-INF/classes/";
  private static final String LIBRARIES = "BOOT-INF/lib/";

  UnpackedApp unpackedIn(Cache cache, Progress progress) {
    Path home = cache.at("app");
    try (JarFile file = open()) {
      Path folder = home.resolve(keyOf(file));
      if (!Files.exists(folder)) {
        try (InterProcessLock _ = InterProcessLock.take(home.resolve("lock"))) {
          if (!Files.exists(folder)) {
            progress.say("Unpacking Pilothouse");
            UnpackedApp.pruneIn(home);
            unpack(file, folder);
          }
        }
      }
      return UnpackedApp.in(folder);
    } catch (IOException e) {
      throw FileProblem.writing(home, e);
    }
  }

  private JarFile open() {
    try {
      return new JarFile(jar.toFile());
    } catch (IOException e) {
      throw new PlatformProblem(
          "Expected Pilothouse's jar at '" + jar + "', but it could not be opened.",
          "Build it anew by ./pilothouse up, or download it again.",
          e);
    }
  }

  /// Names, sizes and checksums stand in the jar's table of contents: no need to read it all.
  private static String keyOf(JarFile file) {
    MessageDigest digest = Checksum.sha256();
    file.stream()
        .map(e -> e.getName() + ' ' + e.getSize() + ' ' + e.getCrc() + '\n')
        .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
  }

  private static void unpack(JarFile file, Path folder) throws IOException {
    Path part = folder.resolveSibling(folder.getFileName() + ".part");
    Trees.delete(part);
    Files.createDirectories(part.resolve("lib"));
    for (JarEntry library : entries(file, LIBRARIES)) {
      try (InputStream bytes = file.getInputStream(library)) {
        Files.copy(bytes, part.resolve("lib").resolve(nameIn(LIBRARIES, library)));
      }
    }
    packClasses(file, part.resolve(UnpackedApp.CLASSES));
    Files.writeString(part.resolve(UnpackedApp.MAIN), mainClass(file));
    Files.writeString(part.resolve(UnpackedApp.ORDER), order(file));
    Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  // why a jar: Java's archive of loaded classes takes no folders on the class path
  private static void packClasses(JarFile file, Path classes) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(classes));
        JarOutputStream packed = new JarOutputStream(out, manifest(file))) {
      packed.setLevel(Deflater.NO_COMPRESSION);
      for (JarEntry entry : entries(file, CLASSES)) {
        packed.putNextEntry(new JarEntry(nameIn(CLASSES, entry)));
        try (InputStream bytes = file.getInputStream(entry)) {
          bytes.transferTo(packed);
        }
        packed.closeEntry();
      }
    }
  }

  private static Manifest manifest(JarFile file) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    for (Attributes.Name name :
        List.of(Attributes.Name.IMPLEMENTATION_TITLE, Attributes.Name.IMPLEMENTATION_VERSION)) {
      attribute(file, name.toString()).ifPresent(value -> attributes.put(name, value));
    }
    return manifest;
  }

  private static String mainClass(JarFile file) throws IOException {
    return attribute(file, "Start-Class")
        .orElseThrow(() -> new IOException("the jar's manifest names no Start-Class"));
  }

  private static Optional<String> attribute(JarFile file, String name) throws IOException {
    return Optional.ofNullable(file.getManifest())
        .flatMap(manifest -> Optional.ofNullable(manifest.getMainAttributes().getValue(name)));
  }

  /// The build's own order of libraries, which decides between classes of the same name.
  private static String order(JarFile file) throws IOException {
    JarEntry index = file.getJarEntry("BOOT-INF/classpath.idx");
    if (index == null) {
      return String.join(
          "\n", entries(file, LIBRARIES).stream().map(entry -> nameIn(LIBRARIES, entry)).toList());
    }
    try (InputStream bytes = file.getInputStream(index)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
          .replaceAll("(?m)^- \"BOOT-INF/lib/(.*)\"$", "$1");
    }
  }

  private static List<JarEntry> entries(JarFile file, String folder) {
    return file.stream()
        .filter(entry -> entry.getName().startsWith(folder) && !entry.isDirectory())
        .toList();
  }

  private static String nameIn(String folder, JarEntry entry) {
    return entry.getName().substring(folder.length());
  }
}
