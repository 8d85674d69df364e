package dev.pilothouse.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.app.cli.FakeCheckout.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherScriptTest {

  @TempDir private Path folder = Path.of("");

  @Nested
  class HelpsWithoutJava {

    @Test
    void showsTheOverview() throws Exception {
      for (String word : new String[] {"--help", "-h", "help"}) {
        Launch launch = new FakeCheckout(folder.resolve(word)).launch(word);
        assertThat(launch.code()).isZero();
        assertThat(launch.out()).startsWith("Usage: ./pilothouse").contains("doctor", "bench");
      }
    }

    @Test
    void showsTheOverviewWhereNoCommandIsNamed() throws Exception {
      assertThat(new FakeCheckout(folder).launch().out()).startsWith("Usage: ./pilothouse");
    }

    @Test
    void showsTheHelpOfACommand() throws Exception {
      FakeCheckout checkout = new FakeCheckout(folder);
      assertThat(checkout.launch("up", "--port", "1", "--help").out())
          .startsWith("Usage: ./pilothouse up");
      assertThat(checkout.launch("help", "test").out()).startsWith("Usage: ./pilothouse test");
    }

    @Test
    void leavesTheHelpOfWhatOneCommandHoldsToIt() throws Exception {
      FakeCheckout checkout = FakeCheckout.complete(folder);
      assertThat(checkout.launch("key", "create", "--help").out())
          .contains("<key><create><--help>");
    }

    @Test
    void namesTheCommandsWhereOneIsUnknown() throws Exception {
      Launch launch = new FakeCheckout(folder).launch("frobnicate");
      assertThat(launch.code()).isEqualTo(2);
      assertThat(launch.err())
          .startsWith("Expected a command, but found 'frobnicate'. Commands: bench ");
    }
  }

  @Nested
  class FindsAJdk {

    @Test
    void tellsWhatItFoundInsteadAndHowToGetIt() throws Exception {
      Launch launch = new FakeCheckout(folder).withJdk("old", "17.0.9").launch("up");
      assertThat(launch.code()).isEqualTo(1);
      assertThat(launch.out()).isEmpty();
      assertThat(launch.err())
          .startsWith("JDK 25 is needed, but was not found in JAVA_HOME, on the PATH or in")
          .contains("found instead: Java 17.0.9 in ", "Install it:", "https://adoptium.net");
    }

    @Test
    void refusesAJavaWithoutItsCompiler() throws Exception {
      Launch launch = new FakeCheckout(folder).withJre("jre", "25.0.1").launch("up");
      assertThat(launch.code()).isEqualTo(1);
      assertThat(launch.err()).contains("Java 25.0.1 in ", ", without its compiler");
    }

    @Test
    void refusesAVersionThatOnlyBeginsAlike() throws Exception {
      assertThat(new FakeCheckout(folder).withJdk("far", "250.1").launch("up").code()).isEqualTo(1);
    }

    @Test
    void saysThatJavaHomeHoldsNoJava() throws Exception {
      Launch launch = new FakeCheckout(folder).with("JAVA_HOME", "/gone").launch("up");
      assertThat(launch.err()).contains("JAVA_HOME is '/gone', where no Java is");
    }

    @Test
    void prefersJavaHome() throws Exception {
      FakeCheckout checkout = FakeCheckout.complete(folder).withJdk("mine", "25");
      checkout.with("JAVA_HOME", checkout.jdk("mine").toString());
      assertThat(checkout.launch("up").out()).contains("JAVA_HOME=" + checkout.jdk("mine") + "\n");
    }

    @Test
    void passesOverAJavaHomeOfAnotherVersion() throws Exception {
      FakeCheckout checkout = FakeCheckout.complete(folder).withJdk("old", "21.0.2");
      checkout.with("JAVA_HOME", checkout.jdk("old").toString());
      assertThat(checkout.launch("up").out())
          .contains("JAVA_HOME=" + checkout.jdk("jdk 25") + "\n");
    }

    @Test
    void followsTheJavaOnThePath() throws Exception {
      FakeCheckout checkout = FakeCheckout.complete(folder);
      checkout.with("PILOTHOUSE_JDK_FOLDERS", "");
      checkout.withLink("java", checkout.jdk("jdk 25").resolve("bin/java"));
      assertThat(checkout.launch("up").code()).isZero();
    }

    @Test
    void asksTheShimOfAVersionManager() throws Exception {
      FakeCheckout checkout = FakeCheckout.complete(folder);
      checkout.with("PILOTHOUSE_JDK_FOLDERS", "");
      checkout.withProgram(
          "java", "echo '    java.home = %s' >&2".formatted(checkout.jdk("jdk 25")));
      assertThat(checkout.launch("up").code()).isZero();
    }
  }

  @Nested
  class Builds {

    @Test
    void buildsOnceAndHandsOverEachTime() throws Exception {
      FakeCheckout checkout = FakeCheckout.complete(folder);
      Launch first = checkout.launch("up", "--data", "a folder");
      assertThat(first.err()).startsWith("Building Pilothouse").contains("Built in ");
      assertThat(first.out())
          .contains("<-jar><" + checkout.jar() + "><up><--data><a folder>\n")
          .contains("PILOTHOUSE_HOME=" + checkout.root() + "\n");
      assertThat(checkout.launch("up").err()).isEmpty();
      assertThat(checkout.mavenCalls()).singleElement().asString().contains("package -pl app -am");
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
      FakeCheckout checkout = FakeCheckout.complete(folder);
      checkout.launch("up");
      checkout.changed("core/model/src/main/java/Event.java");
      assertThat(checkout.launch("up").err()).startsWith("Sources have changed");
      assertThat(checkout.mavenCalls()).hasSize(2);
    }

    @Test
    void buildsAgainWhenThePageIsNewer() throws Exception {
      FakeCheckout checkout = FakeCheckout.complete(folder);
      checkout.launch("up");
      checkout.changed("ui/src/main.tsx");
      checkout.launch("up");
      assertThat(checkout.mavenCalls()).hasSize(2);
    }

    @Test
    void buildsAgainWhenASourceIsGone() throws Exception {
      FakeCheckout checkout = FakeCheckout.complete(folder);
      checkout.launch("up");
      Files.delete(checkout.root().resolve("app/src/main/java/App.java"));
      checkout.launch("up");
      assertThat(checkout.mavenCalls()).hasSize(2);
    }

    @Test
    void buildsNothingForWhatIsNotInTheJar() throws Exception {
      FakeCheckout checkout = FakeCheckout.complete(folder);
      checkout.launch("up");
      checkout
          .changed("app/src/test/java/AppTest.java")
          .changed("app/target/classes/App.class")
          .changed("ui/node_modules/react/index.js")
          .changed("ui/dist/index.html")
          .changed("data/logs/app.log")
          .changed("testkit/src/main/java/Kit.java")
          .changed("bench/src/main/java/Bench.java");
      checkout.launch("up");
      assertThat(checkout.mavenCalls()).hasSize(1);
    }

    @Test
    void buildsNothingAnewToStop() throws Exception {
      FakeCheckout checkout = FakeCheckout.complete(folder);
      checkout.launch("stop");
      checkout.changed("app/src/main/java/App.java");
      assertThat(checkout.launch("stop").out()).contains("<stop>");
      assertThat(checkout.mavenCalls()).hasSize(1);
    }

    @Test
    void buildsOnceForTwoLaunchesAtTheSameTime() throws Exception {
      Path signal = folder.resolve("go on");
      FakeCheckout checkout =
          FakeCheckout.complete(folder).with("FAKE_MAVEN_WAITS_FOR", signal.toString());
      Process first = checkout.start(checkout.root().resolve("pilothouse"), "up");
      until(() -> Files.exists(folder.resolve("go on.asked")));
      Process second = checkout.start(checkout.root().resolve("pilothouse"), "up");
      byte[] words = second.getErrorStream().readNBytes("Another ./pilothouse".length());
      Files.createFile(signal);
      assertThat(words).asString(UTF_8).isEqualTo("Another ./pilothouse");
      assertThat(FakeCheckout.end(first).code()).isZero();
      assertThat(FakeCheckout.end(second).code()).isZero();
      assertThat(checkout.mavenCalls()).hasSize(1);
    }

    @Test
    void takesOverTheLockOfALaunchThatWasKilled() throws Exception {
      FakeCheckout checkout = FakeCheckout.complete(folder);
      Path work = Files.createDirectories(checkout.root().resolve("target/launcher"));
      Files.createSymbolicLink(work.resolve("lock"), Path.of("4194305 long ago"));
      assertThat(checkout.launch("up").code()).isZero();
      assertThat(work.resolve("lock")).doesNotExist();
    }

    @Test
    void doesNotTrustAJarOfABuildThatWasKilled() throws Exception {
      FakeCheckout checkout = FakeCheckout.complete(folder);
      checkout.launch("up");
      Files.createFile(checkout.root().resolve("target/launcher/unfinished"));
      checkout.launch("up");
      assertThat(checkout.mavenCalls()).hasSize(2);
    }

    @Test
    void bringsItsOwnMavenWhereTheInstalledOneIsTooOld() throws Exception {
      FakeCheckout checkout = FakeCheckout.complete(folder).with("FAKE_MAVEN_VERSION", "3.8.6");
      checkout.withProgram("unzip", "").withProgram("curl", "");
      Files.copy(folder.resolve("programs/mvn"), checkout.root().resolve("mvnw"));
      assertThat(checkout.launch("up").code()).isZero();
    }

    @Test
    void saysThatThereIsNoMavenAndNoWayToIt() throws Exception {
      FakeCheckout checkout = FakeCheckout.complete(folder).with("FAKE_MAVEN_VERSION", "3.6.3");
      Launch launch = checkout.launch("up");
      assertThat(launch.code()).isEqualTo(1);
      assertThat(launch.err())
          .contains("Maven 3.8.7 or later is needed to build, but 'mvn' is version 3.6.3")
          .contains("Install one of the two: ");
    }

    @Test
    void saysThatThePageNeedsNode() throws Exception {
      FakeCheckout checkout = FakeCheckout.complete(folder).source("ui/package.json");
      checkout.withProgram("node", "echo v20.18.3").withProgram("npm", "");
      Launch launch = checkout.launch("up");
      assertThat(launch.code()).isEqualTo(1);
      assertThat(launch.err())
          .contains("Node 20.19 or later with npm is needed to build the page")
          .contains("but 'node' is version 20.18.3.");
    }

    @Test
    void saysThatItCannotBuildWhereItCannotWrite() throws Exception {
      FakeCheckout checkout = FakeCheckout.complete(folder).source("target");
      Launch launch = checkout.launch("up");
      assertThat(launch.code()).isEqualTo(1);
      assertThat(launch.err())
          .contains("Pilothouse has not been built yet, but '")
          .contains("java -jar");
    }
  }

  @Nested
  class TellsWhyABuildFailed {

    @Test
    void showsTheFirstErrorsAndWhereTheLogIs() throws Exception {
      FakeCheckout checkout =
          FakeCheckout.complete(folder)
              .with(
                  "FAKE_MAVEN_FAILURE",
                  "[ERROR] App.java:[3,8] cannot find symbol\\n[ERROR] \\n[ERROR] Re-run Maven using -X");
      Launch launch = checkout.launch("up");
      assertThat(launch.code()).isEqualTo(1);
      assertThat(launch.out()).isEmpty();
      assertThat(launch.err())
          .contains("The build failed after ", "  App.java:[3,8] cannot find symbol\n")
          .doesNotContain("Re-run")
          .contains("The whole log: " + checkout.root().resolve("target/launcher/build.log"));
    }

    @Test
    void saysThatLibrariesCouldNotBeFetched() throws Exception {
      Launch launch =
          FakeCheckout.complete(folder)
              .with("FAKE_MAVEN_FAILURE", "[ERROR] Could not transfer artifact a:b: Unknown host")
              .launch("up");
      assertThat(launch.err())
          .contains("Libraries could not be fetched", "Check the connection", "what came stays.");
    }

    @Test
    void keepsTheFormerJarForTheCommandsThatNeedNoNewOne() throws Exception {
      FakeCheckout checkout = FakeCheckout.complete(folder);
      checkout.launch("up");
      checkout.changed("app/src/main/java/App.java").with("FAKE_MAVEN_FAILURE", "[ERROR] no");
      assertThat(checkout.launch("up").code()).isEqualTo(1);
      assertThat(checkout.launch("stop").out()).contains("pilothouse-previous.jar><stop>");
      checkout.without("FAKE_MAVEN_FAILURE");
      assertThat(checkout.launch("up").out()).contains("pilothouse.jar><up>");
    }
  }

  @Nested
  class IsCalledFromAnywhere {

    @Test
    void findsItsCheckoutThroughLinks() throws Exception {
      FakeCheckout checkout = FakeCheckout.complete(folder);
      Path direct =
          Files.createSymbolicLink(folder.resolve("ph"), checkout.root().resolve("pilothouse"));
      Path indirect = Files.createSymbolicLink(folder.resolve("ph again"), direct.getFileName());
      assertThat(FakeCheckout.end(checkout.start(indirect, "stop")).out())
          .contains("PILOTHOUSE_HOME=" + checkout.root() + "\n");
    }

    @Test
    void servesWithoutTheFlagsOfAShortLivedProcess() throws Exception {
      FakeCheckout checkout = FakeCheckout.complete(folder);
      assertThat(checkout.launch("serve", "--role=api").out())
          .startsWith("<-jar><" + checkout.jar() + "><serve><--role=api>\n");
    }
  }

  @Nested
  class Examines {

    @Test
    void namesTheMissingJdk() throws Exception {
      Launch launch = new FakeCheckout(folder).launch("doctor");
      assertThat(launch.code()).isEqualTo(1);
      assertThat(launch.out()).startsWith("missing  JDK 25            ").contains("Install it:");
    }

    @Test
    void namesTheMissingJdkToPrograms() throws Exception {
      Launch launch = new FakeCheckout(folder).launch("doctor", "--json");
      assertThat(launch.code()).isEqualTo(1);
      assertThat(launch.out()).contains("\"name\":\"JDK 25\",\"state\":\"missing\"");
    }

    @Test
    void namesWhatABuildWouldMissInsteadOfFailingInIt() throws Exception {
      FakeCheckout checkout = FakeCheckout.complete(folder).source("ui/package.json");
      Launch launch = checkout.with("FAKE_MAVEN_VERSION", "3.6.3").launch("doctor");
      assertThat(launch.code()).isEqualTo(1);
      assertThat(launch.out())
          .contains("ok       JDK 25", "missing  Maven", "missing  Node and npm");
      assertThat(checkout.mavenCalls()).isEmpty();
    }

    @Test
    void handsOverWhenAllIsThere() throws Exception {
      assertThat(FakeCheckout.complete(folder).launch("doctor").out()).contains("<doctor>");
    }
  }

  @Nested
  class Tests {

    @Test
    void addsUpTheReportsOfThisRun() throws Exception {
      FakeCheckout checkout = FakeCheckout.complete(folder);
      checkout.withProgram("mvn", mavenThatReports("exit 0"));
      Launch launch = checkout.launch("test", "-pl", "a b");
      assertThat(launch.code()).isZero();
      assertThat(launch.out()).endsWith("\n6 passed, 0 failed, 2 skipped\n");
      assertThat(checkout.mavenCalls()).containsExactly("-B -ntp --fail-at-end verify -pl a b");
    }

    @Test
    void namesTheClassesThatFailed() throws Exception {
      FakeCheckout checkout = FakeCheckout.complete(folder);
      checkout.withProgram(
          "mvn",
          mavenThatReports(
              report("core/model/target/failsafe-reports", "three.ThirdIT", 4, 1, 2, 0)
                  + "exit 1"));
      Launch launch = checkout.launch("test");
      assertThat(launch.code()).isEqualTo(1);
      assertThat(launch.out())
          .contains("Tests    12 run in 3 classes", "Failed   three.ThirdIT (3)\n")
          .endsWith("\n7 passed, 3 failed, 2 skipped\n");
    }

    @Test
    void addsUpEachSuiteOfAReportThatHoldsMany() throws Exception {
      FakeCheckout checkout = FakeCheckout.complete(folder);
      checkout.withProgram(
          "mvn",
          mavenThatReports(
              """
              mkdir -p ui/target/vitest-reports
              cat >ui/target/vitest-reports/TEST-page.xml <<'END'
              <?xml version="1.0" encoding="UTF-8" ?>
              <testsuites name="vitest tests" tests="5" failures="0" errors="0" time="0.2">
                  <testsuite name="src/a.test.ts" tests="3" failures="0" errors="0" skipped="1">
                  </testsuite>
                  <testsuite name="src/b.test.ts" tests="2" failures="0" errors="0" skipped="0">
                  </testsuite>
              </testsuites>
              END
              exit 0
              """));
      assertThat(checkout.launch("test").out()).endsWith("\n10 passed, 0 failed, 3 skipped\n");
    }

    @Test
    void saysThatTheBuildFailedWhereNoTestDid() throws Exception {
      FakeCheckout checkout = FakeCheckout.complete(folder);
      checkout.withProgram("mvn", mavenThatReports("exit 7"));
      Launch launch = checkout.launch("test");
      assertThat(launch.code()).isEqualTo(7);
      assertThat(launch.out()).contains("failed without a failing test");
    }

    @Test
    void keepsTheJarWhereOnlyOneModuleWasTested() throws Exception {
      FakeCheckout checkout = FakeCheckout.complete(folder);
      checkout.launch("up");
      checkout.withProgram("mvn", mavenThatReports("exit 0"));
      checkout.launch("test", "-pl", "core/model");
      assertThat(checkout.jar()).exists();
      assertThat(checkout.launch("up").err()).isEmpty();
    }

    private String mavenThatReports(String end) {
      return """
      case "$*" in *-v*) echo "Apache Maven 3.9.9 (abc)"; exit ;; esac
      printf '%s\\n' "$*" >>"$FAKE_MAVEN_CALLS"
      """
          + report("core/model/target/surefire-reports", "one.FirstTest", 5, 0, 0, 0)
          + report("stores/target/surefire-reports", "two.SecondTest", 3, 0, 0, 2)
          + end;
    }

    private static String report(
        String reports, String suite, int tests, int failures, int errors, int skipped) {
      return """
      mkdir -p %1$s
      cat >%1$s/TEST-%2$s.xml <<'END'
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuite xmlns:xsi="x" version="3.0.2" name="%2$s" time="0.5" tests="%3$d" errors="%5$d" skipped="%6$d" failures="%4$d">
        <testcase name="says &lt;testsuite tests=&quot;9&quot;"/>
      </testsuite>
      END
      """
          .formatted(reports, suite, tests, failures, errors, skipped);
    }
  }

  @Nested
  class Benches {

    @Test
    void runsOurClassesFromTheirFolders() throws Exception {
      FakeCheckout checkout =
          FakeCheckout.complete(folder).source("bench/src/main/java/Bench.java");
      Path root = checkout.root();
      assertThat(checkout.launch("bench", "dispatch", "--runs", "9").out())
          .contains(
              "<-cp><%s/bench/target/classes:%s/app/target/classes:/libs/other.jar>"
                  .formatted(root, root))
          .contains("<dev.pilothouse.bench.Bench><dispatch><--runs><9>");
    }

    @Test
    void buildsOnlyWhatIsOlderThanItsSources() throws Exception {
      FakeCheckout checkout =
          FakeCheckout.complete(folder).source("bench/src/main/java/Bench.java");
      checkout.launch("bench");
      checkout.launch("bench");
      assertThat(checkout.mavenCalls()).hasSize(1);
      checkout.changed("bench/src/main/java/Bench.java").launch("bench");
      assertThat(checkout.mavenCalls()).hasSize(2);
    }
  }

  /// A condition that may fail in ways of its own.
  interface Condition {
    boolean holds() throws IOException;
  }

  private static void until(Condition condition) throws IOException {
    while (!condition.holds()) {
      Thread.onSpinWait();
    }
  }
}
