package dev.pilothouse.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class BuildProcessTest {

  @Test
  void isAboveThisJvmOrItself() {
    var owner = BuildProcess.owner();

    assertThat(owner.isAlive()).isTrue();
    assertThat(above(ProcessHandle.current(), owner)).isTrue();
  }

  @Test
  void knowsMavenByItsLauncher() {
    assertThat(
            BuildProcess.isMaven(
                Optional.of("/jdk/bin/java -classpath /maven/boot/plexus-classworlds-2.6.0.jar x")))
        .isTrue();
    assertThat(BuildProcess.isMaven(Optional.of("vi plexus-classworlds.conf"))).isFalse();
    assertThat(BuildProcess.isMaven(Optional.empty())).isFalse();
  }

  @Test
  void knowsIdesByTheirPrograms() {
    assertThat(BuildProcess.isIde(Optional.of("/opt/idea/bin/idea"))).isTrue();
    assertThat(BuildProcess.isIde(Optional.of("/opt/idea/bin/ideal"))).isFalse();
  }

  private static boolean above(ProcessHandle process, ProcessHandle wanted) {
    return process.equals(wanted)
        || process.parent().map(parent -> above(parent, wanted)).orElse(false);
  }
}
