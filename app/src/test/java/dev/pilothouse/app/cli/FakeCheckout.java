package dev.pilothouse.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A checkout with the real launcher script and nothing else that is real: its Maven only notes
/// that it was called, its JDK only prints what it was told, its PATH has only what is put there.
final class FakeCheckout {

  /// What the script may expect of any system.
  private static final List<String> USUAL_PROGRAMS =
      List.of(
          "awk",
          "cat",
          "cut",
          "date",
          "dirname",
          "find",
          "grep",
          "id",
          "ln",
          "mkdir",
          "mv",
          "paste",
          "ps",
          "readlink",
          "rm",
          "rmdir",
          "sed",
          "sleep",
          "sh",
          "touch",
          "tr",
          "uname");

  private static final String MAVEN =
      """
      case "$*" in *-v*) echo "Apache Maven ${FAKE_MAVEN_VERSION-3.9.9} (abc)"; exit ;; esac
      printf '%s\\n' "$*" >>"$FAKE_MAVEN_CALLS"
      echo '[INFO] Building Pilothouse :: app 0.1.0-SNAPSHOT        [1/1]'
      if [ -n "${FAKE_MAVEN_WAITS_FOR-}" ]; then
        : >"$FAKE_MAVEN_WAITS_FOR.asked"
        until [ -f "$FAKE_MAVEN_WAITS_FOR" ]; do sleep 0.02; done
      fi
      if [ -n "${FAKE_MAVEN_FAILURE-}" ]; then printf '%b\\n' "$FAKE_MAVEN_FAILURE"; exit 1; fi
      case "$*" in
        *build-classpath*)
          mkdir -p bench/target
          printf '%s:%s' "$PWD/app/target/pilothouse-app-1.jar" /libs/other.jar >bench/target/launcher-libraries ;;
        *) mkdir -p app/target && echo jar >app/target/pilothouse.jar ;;
      esac
      """;

  private static final String JAVA =
      """
      for word; do printf '<%s>' "$word"; done
      echo
      echo "JAVA_HOME=$JAVA_HOME"
      echo "PILOTHOUSE_HOME=$PILOTHOUSE_HOME"
      """;

  private final Path folder;
  private final Path root;
  private final Path programs;
  private final Map<String, String> environment = new HashMap<>();

  /// What came of one launch.
  record Launch(int code, String out, String err) {}

  FakeCheckout(Path folder) throws IOException {
    this.folder = folder;
    this.root = Files.createDirectories(folder.resolve("a house with spaces"));
    this.programs = Files.createDirectories(folder.resolve("programs"));
    Path real = Path.of(System.getProperty("pilothouse.build"));
    Files.copy(real.resolve("pilothouse"), root.resolve("pilothouse"));
    copyHelp(real.resolve("app/src/main/help"));
    source("pom.xml");
    source("app/src/main/java/App.java");
    USUAL_PROGRAMS.forEach(this::linkReal);
    environment.put("PATH", programs.toString());
    environment.put("HOME", folder.resolve("home").toString());
    environment.put("PILOTHOUSE_JDK_FOLDERS", folder.resolve("jdks").toString());
    environment.put("FAKE_MAVEN_CALLS", folder.resolve("maven-calls").toString());
  }

  /// One with all that is needed to build.
  static FakeCheckout complete(Path folder) throws IOException {
    return new FakeCheckout(folder).withJdk("jdk 25", "25.0.1").withProgram("mvn", MAVEN);
  }

  Path root() {
    return root;
  }

  Path jar() {
    return root.resolve("app/target/pilothouse.jar");
  }

  Path jdk(String name) {
    return folder.resolve("jdks").resolve(name);
  }

  FakeCheckout withJdk(String name, String version) throws IOException {
    withJre(name, version);
    program(jdk(name).resolve("bin/javac"), "");
    return this;
  }

  FakeCheckout withJre(String name, String version) throws IOException {
    program(jdk(name).resolve("bin/java"), JAVA);
    Files.writeString(jdk(name).resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
    return this;
  }

  FakeCheckout withProgram(String name, String script) throws IOException {
    program(programs.resolve(name), script);
    return this;
  }

  FakeCheckout withLink(String name, Path target) throws IOException {
    Files.createSymbolicLink(programs.resolve(name), target);
    return this;
  }

  FakeCheckout with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  FakeCheckout without(String variable) {
    environment.remove(variable);
    return this;
  }

  FakeCheckout source(String name) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    return this;
  }

  /// Newer than any build of this test, however coarse the file system's clock is.
  FakeCheckout changed(String name) throws IOException {
    source(name);
    Files.setLastModifiedTime(root.resolve(name), FileTime.from(Instant.now().plusSeconds(60)));
    return this;
  }

  List<String> mavenCalls() throws IOException {
    Path calls = folder.resolve("maven-calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  Launch launch(String... words) throws IOException, InterruptedException {
    return end(start(root.resolve("pilothouse"), words));
  }

  Process start(Path script, String... words) throws IOException {
    List<String> command = new ArrayList<>(shell());
    command.add(script.toString());
    command.addAll(Arrays.asList(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  static Launch end(Process process) throws IOException, InterruptedException {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Launch(process.waitFor(), out, err);
  }

  /// The strictest shell this machine has, unless another is to be tried: `-Dlauncher.shell='bash
  /// --posix'`.
  private static List<String> shell() {
    String strictest = Files.isExecutable(Path.of("/bin/dash")) ? "/bin/dash" : "/bin/sh";
    return List.of(System.getProperty("launcher.shell", strictest).split(" ", -1));
  }

  private void copyHelp(Path from) throws IOException {
    Path to = Files.createDirectories(root.resolve("app/src/main/help"));
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private void linkReal(String program) {
    Host machine = new Host(System.getenv("PATH"));
    try {
      Files.createSymbolicLink(programs.resolve(program), machine.find(program).orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void program(Path file, String script) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
