package dev.pilothouse.testkit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@ExtendWith(ChromiumBrowser.class)
class ChromiumBrowserTest {

  @RegisterExtension final RecordingHttpServer server = new RecordingHttpServer();

  @Test
  void clicksWhatAPersonSees(Page page) {
    server.answering(_ ->
        HttpAnswer.html(
            """
            <title>Bridge</title>
            <button onclick="fetch('/hail', {method: 'POST'}); this.after('Sent')">Hail</button>
            """));

    page.navigate(server.url("/").toString());
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Hail")).click();

    assertThat(page.getByText("Sent")).isVisible();
    Wait.until("the page has hailed", Duration.ofSeconds(20), () -> paths().contains("/hail"));
    assertThat(paths()).contains("/");
  }

  /// A browser asks for a favicon of its own accord, so what arrived is never counted here.
  private List<String> paths() {
    return server.arrived().all().stream().map(ReceivedRequest::path).toList();
  }

  @Test
  void givesEachPageAProfileOfItsOwn(Page first, Page second) {
    first.navigate(server.url("/").toString());
    second.navigate(server.url("/").toString());

    first.evaluate("document.cookie = 'who=first'");

    assertThat(first.evaluate("document.cookie")).isEqualTo("who=first");
    assertThat(second.evaluate("document.cookie")).isEqualTo("");
  }

  @Test
  void keepsOffTheNetwork(Page page) {
    assertThatThrownBy(() -> page.navigate("http://example.org/"))
        .isInstanceOf(PlaywrightException.class)
        .hasMessageContaining("ERR_NAME_NOT_RESOLVED");
  }
}
