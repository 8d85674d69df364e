package dev.pilothouse.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFollowerTest {

  @TempDir private Path folder = Path.of("");
  private final List<String> seen = new ArrayList<>();

  @Test
  void handsOnOnlyWhatIsAdded() throws IOException {
    write("old\n");
    LogFollower follower = follower();
    write("new\n");
    follower.look();
    assertThat(seen).containsExactly("new");
  }

  @Test
  void waitsForTheRestOfALine() throws IOException {
    LogFollower follower = follower();
    write("half a ");
    follower.look();
    assertThat(seen).isEmpty();
    write("line, gr\u00fc\u00dfe\n");
    follower.look();
    assertThat(seen).containsExactly("half a line, gr\u00fc\u00dfe");
  }

  @Test
  void missesNothingWhenTheLogIsRotated() throws IOException {
    write("old\n");
    LogFollower follower = follower();
    write("last of the old file\n");
    Files.move(log(), folder.resolve("app.log.1"));
    write("first of the new file\n");
    follower.look();
    assertThat(seen).containsExactly("last of the old file", "first of the new file");
  }

  @Test
  void waitsForALogThatIsNotThereYet() throws IOException {
    LogFollower follower = follower();
    follower.look();
    write("born\n");
    follower.look();
    assertThat(seen).containsExactly("born");
  }

  private LogFollower follower() {
    return new LogFollower(log(), seen::add);
  }

  private Path log() {
    return folder.resolve("app.log");
  }

  private void write(String text) throws IOException {
    Files.writeString(log(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
