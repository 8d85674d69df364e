package dev.pilothouse.builderapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PagePolicyTest {
  @Test
  void allowsTheScriptInsideThePageByItsHash() {
    assertThat(PagePolicy.of("<head><script>alert(1)</script><script src=\"/a.js\"></script>"))
        .contains(
            "script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='; style-src");
  }

  @Test
  void allowsOurOwnFilesAloneWhereThePageHasNoScriptInside() {
    assertThat(PagePolicy.of("")).contains("script-src 'self'; style-src 'self';");
  }
}
