package dev.pilothouse.workers.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheTest {

  private static final Path HOME = Path.of("/home/ann");

  @Test
  void isWhereThePersonSays() {
    Map<String, String> both = Map.of("PILOTHOUSE_CACHE", "/own", "XDG_CACHE_HOME", "/xdg");
    assertThat(Cache.of(both, "Linux", HOME).root()).hasToString("/own");
  }

  @Test
  void isWhereTheSystemKeepsCaches() {
    assertThat(Cache.of(Map.of("XDG_CACHE_HOME", "/xdg"), "Linux", HOME).root())
        .hasToString("/xdg/pilothouse");
    assertThat(Cache.of(Map.of(), "Linux", HOME).root()).hasToString("/home/ann/.cache/pilothouse");
    assertThat(Cache.of(Map.of(), "Mac OS X", HOME).root())
        .hasToString("/home/ann/Library/Caches/pilothouse");
  }
}
