package dev.pilothouse.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.app.cli.Finding.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void findsTheJdkItRunsOn() {
    assertThat(new JavaRequirement().check().state()).isEqualTo(State.OK);
  }

  @Test
  void takesANewEnoughMaven() throws IOException {
    Host host = host("mvn", "echo 'Apache Maven 3.8.7 (2bdd9f)'");
    assertThat(new MavenRequirement(host, folder).check())
        .isEqualTo(Finding.ok("Maven", "3.8.7 at " + folder.resolve("mvn")));
  }

  @Test
  void takesTheWrapperWhereMavenIsTooOld() throws IOException {
    host("mvn", "echo 'Apache Maven 3.6.3'");
    Finding finding = new MavenRequirement(host("unzip", ""), folder).check();
    assertThat(finding.state()).isEqualTo(State.OK);
    assertThat(finding.detail()).contains("mvnw");
  }

  @Test
  void missesMavenWhereTheWrapperCannotUnpackIt() {
    assertThat(new MavenRequirement(nothing(), folder).check().state()).isEqualTo(State.MISSING);
  }

  @Test
  void missesANewEnoughNode() throws IOException {
    assertThat(new NodeRequirement(host("node", "echo v20.18.3")).check().detail())
        .isEqualTo("Node 20.18.3 is too old to build the page");
  }

  @Test
  void missesNpmBesideNode() throws IOException {
    assertThat(new NodeRequirement(host("node", "echo v20.20.2")).check().detail())
        .isEqualTo("Node 20.20.2 without npm");
  }

  @Test
  void takesNodeWithNpm() throws IOException {
    host("node", "echo v20.20.2");
    assertThat(new NodeRequirement(host("npm", "")).check().state()).isEqualTo(State.OK);
  }

  @Test
  void onlyNotesAProgramThatFewThingsNeed() throws IOException {
    assertThat(go(nothing()).check().state()).isEqualTo(State.NOTE);
    assertThat(go(host("go", "exit 1")).check().state()).isEqualTo(State.NOTE);
    assertThat(go(host("go", "echo go version go1.24.0 linux/amd64")).check().detail())
        .startsWith("1.24.0 is older than 1.26.4");
    assertThat(go(host("go", "echo go version go1.26.10 linux/amd64")).check().state())
        .isEqualTo(State.OK);
  }

  @Test
  void missesAFolderThatCannotBeMade() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Finding finding = new FolderRequirement("Data folder", file.resolve("data"), 0, "").check();
    assertThat(finding.state()).isEqualTo(State.MISSING);
    assertThat(finding.detail()).startsWith("'" + file + "' cannot be written");
  }

  @Test
  void missesSpaceOnTheDisk() {
    FolderRequirement greedy =
        new FolderRequirement("Data folder", folder.resolve("a/b"), Long.MAX_VALUE, "Elsewhere.");
    assertThat(greedy.check().detail()).startsWith(folder.resolve("a/b") + ", ").endsWith("little");
  }

  @Test
  void leavesNothingBehindInAFolderItTried() {
    assertThat(new FolderRequirement("Data folder", folder, 0, "").check().state())
        .isEqualTo(State.OK);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void notesATakenPort() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThat(new PortRequirement(port, false).check().state()).isEqualTo(State.NOTE);
      assertThat(new PortRequirement(port, true).check().state()).isEqualTo(State.OK);
    }
  }

  private static ProgramRequirement go(Host host) {
    return new ProgramRequirement(
        host, "Go", List.of("go", "version"), "1.26.4", "only for some", "Install Go.");
  }

  private Host nothing() {
    return new Host(folder.toString());
  }

  private Host host(String program, String script) throws IOException {
    Path file = Files.writeString(folder.resolve(program), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new Host(folder.toString());
  }
}
