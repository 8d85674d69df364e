package dev.pilothouse.testkit;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// Who runs these tests: the outermost Maven or IDE above this JVM, else this JVM itself. What a
/// build shares among its test JVMs lives as long as that process.
final class BuildProcess {

  private static final Set<String> IDES =
      Set.of("idea", "idea64", "studio", "eclipse", "netbeans", "code", "codium");

  private BuildProcess() {}

  static ProcessHandle owner() {
    return outermost(ProcessHandle.current(), ProcessHandle.current());
  }

  private static ProcessHandle outermost(ProcessHandle process, ProcessHandle found) {
    return process
        .parent()
        .map(parent -> outermost(parent, isBuild(parent.info()) ? parent : found))
        .orElse(found);
  }

  private static boolean isBuild(ProcessHandle.Info process) {
    return isMaven(process.commandLine()) || isIde(process.command());
  }

  /// Every Maven is started by the plexus-classworlds jar, or is the Maven daemon.
  static boolean isMaven(Optional<String> commandLine) {
    return commandLine
        .filter(line -> line.contains("java"))
        .filter(line -> line.contains("plexus-classworlds") || line.contains("org.mvndaemon"))
        .isPresent();
  }

  static boolean isIde(Optional<String> command) {
    return command
        .map(Path::of)
        .map(Path::getFileName)
        .map(Path::toString)
        .filter(IDES::contains)
        .isPresent();
  }
}
