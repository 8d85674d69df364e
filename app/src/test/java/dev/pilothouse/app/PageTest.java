package dev.pilothouse.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.pilothouse.testkit.ChromiumBrowser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A newcomer's first minute in a real browser.
@ExtendWith(ChromiumBrowser.class)
class PageTest {
  @RegisterExtension static final RunningHouse house = new RunningHouse();

  @Test
  void leadsFromTheFirstLoginToAFinishedRun(Page page) throws IOException {
    List<String> faults = faultsOf(page);
    signIn(page);

    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send a test event"))
        .first()
        .click();

    assertThat(page.getByText("Finished").first()).isVisible();
    assertThat(faults).isEmpty();
  }

  @Test
  void asksWhoIsThereBeforeItShowsARun(Page page) {
    page.navigate(house.url() + "/runs/01934567-89ab-7000-8000-000000000002");

    assertThat(password(page)).isVisible();
  }

  @Test
  void saysWhatItDoesNotKnow(Page page) throws IOException {
    signIn(page);
    page.navigate(house.url() + "/nowhere/at/all");

    assertThat(page.locator("body")).containsText("There is no page here");
  }

  @Test
  void keepsFilesWithAHashForEverAndAsksForTheRest() {
    String index = house.get("/").whole().body();
    String script = index.replaceAll("(?s).*src=\"(/assets/[^\"]+[.]js)\".*", "$1");

    assertThat(house.get(script).header("Cache-Control")).contains("immutable");
    assertThat(house.get("/").header("Cache-Control")).isEqualTo("no-cache");
    assertThat(house.get("/v1/nowhere").status()).isEqualTo(401);
    assertThat(house.get("/assets/nowhere.js").status()).isEqualTo(404);
  }

  private static void signIn(Page page) throws IOException {
    page.navigate(house.url());
    page.getByLabel("Mail address").fill("admin@localhost");
    password(page).fill(house.firstPassword());
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
    assertThat(page.getByText("Send a test event").first()).isVisible();
  }

  private static Locator password(Page page) {
    return page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true));
  }

  /// What a person with open developer tools would see in red.
  private static List<String> faultsOf(Page page) {
    List<String> faults = new ArrayList<>();
    page.onPageError(faults::add);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && !message.text().contains("401")) {
        faults.add(message.text());
      }
    });
    return faults;
  }
}
