package dev.pilothouse.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.pilothouse.app.RunningHouse.Answer;
import dev.pilothouse.testkit.ChromiumBrowser;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The page in a real browser. What somebody sends can be anything; here it is text and nothing
/// else.
@ExtendWith(ChromiumBrowser.class)
class PageTest {
  @RegisterExtension static final RunningHouse house = new RunningHouse();

  private static final String STRIKE =
      "<img src=x onerror=window.struck=1><script>window.struck=1</script>";
  private static final String STRUCK =
      "() => 'struck' in window || document.querySelector('img[src=x], body script') !== null";

  private final Admin admin = new Admin(house);

  @Test
  void asksWhoIsThereBeforeItShowsARun(Page page) {
    Visitor visitor = Visitor.at(page, house);

    visitor.open("/runs/01934567-89ab-7000-8000-000000000002");

    assertThat(visitor.password()).isVisible();
  }

  @Test
  void saysWhatItDoesNotKnow(Page page) throws IOException {
    Visitor visitor = Visitor.at(page, house);
    visitor.signIn();

    visitor.open("/nowhere/at/all");

    assertThat(page.locator("body")).containsText("There is no page here");
  }

  /// The policy refuses styles and scripts within the page; whatever floats must live without them.
  @Test
  void drawsEveryControlUnderItsPolicy(Page page) throws IOException {
    Visitor visitor = Visitor.at(page, house);
    visitor.signIn();
    Onlooker onlooker = new Onlooker(page, house.url());
    visitor.open("/ui");

    visitor.button("Menu").click();
    assertThat(page.getByRole(AriaRole.MENUITEM).first()).isVisible();
    page.keyboard().press("Escape");
    page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Area")).click();
    assertThat(page.getByRole(AriaRole.OPTION).first()).isVisible();
    page.keyboard().press("Escape");
    visitor.button("Dialog…").click();
    visitor.button("Keep it").click();
    page.keyboard().press("Control+k");
    assertThat(page.getByText("Make it day")).isVisible();

    assertThat(onlooker.faults()).isEmpty();
  }

  /// What is zipped for each guest anew has no length.
  @Test
  void sendsScriptsAsTheyWereZippedBeforehand() {
    Answer zipped = house.get(script(), "Accept-Encoding", "gzip");
    Answer plain = house.get(script());

    assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(zipped.header("Vary")).contains("Accept-Encoding");
    assertThat(Long.parseLong(zipped.header("Content-Length")))
        .isPositive()
        .isLessThan(Long.parseLong(plain.header("Content-Length")) / 2);
    assertThat(plain.header("Content-Encoding")).isEmpty();
  }

  private static String script() {
    String index = house.get("/").whole().body();
    return index.replaceAll("(?s).*src=\"(/assets/[^\"]+[.]js)\".*", "$1");
  }

  @Test
  void keepsFilesWithAHashForEverAndAsksForTheRest() {
    String script = script();

    assertThat(house.get(script).header("Cache-Control")).contains("immutable");
    assertThat(house.get("/").header("Cache-Control")).isEqualTo("no-cache");
    assertThat(house.get("/v1/nowhere").status()).isEqualTo(401);
    assertThat(house.get("/assets/nowhere.js").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/runs/nothing", "/favicon.svg", "/v1/runs", "/nowhere"})
  void allowsNoScriptButOurOwn(String path) {
    String policy = house.get(path).header("Content-Security-Policy");

    assertThat(policy)
        .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'")
        .containsPattern("script-src 'self' 'sha256-[A-Za-z0-9+/]{43}=';")
        .doesNotContain("unsafe-inline", "unsafe-eval", "unsafe-hashes", "data:", "*");
  }

  @Test
  void showsMarkupAsTheTextThatItIs(Page page) throws IOException {
    List<String> screens = struck();
    Tour tour = Tour.of(Visitor.at(page, house));

    for (String path : screens) {
      tour.goTo(Screen.at("struck", path));

      assertThat(page.getByText("<img src=x").first()).isVisible();
      assertThat(page.evaluate(STRUCK)).as("struck at " + path).isEqualTo(false);
      assertThat(tour.onlooker().faults()).as("at " + path).isEmpty();
    }
  }

  @Test
  void showsMarkupAsTextInThePaletteToo(Page page) throws IOException {
    var _ = struck();
    Visitor visitor = Visitor.at(page, house);
    visitor.signIn();

    page.keyboard().press("Control+k");
    page.getByRole(AriaRole.COMBOBOX).last().fill("<img src=x");

    assertThat(page.getByText(STRIKE).first()).isVisible();
    assertThat(page.evaluate(STRUCK)).isEqualTo(false);
  }

  /// Markup in whatever has a name or a text.
  ///
  /// @return where it is to be seen
  private List<String> struck() {
    String company = made("companies", "{\"name\": \"%s\"}".formatted(STRIKE));
    String deal =
        made("deals", "{\"name\": \"%s\", \"company_id\": \"%s\"}".formatted(STRIKE, company));
    String task = made("tasks", "{\"title\": \"%1$s\", \"body\": \"%1$s\"}".formatted(STRIKE));
    String contact = made("contacts", "{\"name\": \"%1$s\", \"note\": \"%1$s\"}".formatted(STRIKE));
    String type =
        admin.publish(
            "\"event\": \"%s\"",
            "\"description\": \"" + STRIKE + "\", \"area\": \"" + STRIKE + "\",",
            """
            {"id": "tell", "name": "%1$s", "do": "notify.user", "with": {"to": "role:admin", "text": "%1$s"}},
            {"id": "set", "set": {"said": "${event.data.said}"}},
            {"id": "end", "stop": {"as": "failed", "reason": "%1$s"}}\
            """
                .formatted(STRIKE));
    String run = admin.send(type, STRIKE, "{\"said\": \"" + STRIKE + "\"}").getFirst();
    admin.awaitState(run, "failed");
    String event = admin.run(run).path("event").path("id").asString();
    String automation = "/automations/" + admin.run(run).path("automationId").asString();
    return Stream.of(
            Stream.of("/runs", "/runs/" + run, "/runs/" + run + "?step=set"),
            Stream.of("/events", "/events/" + event, "/events/new?again=" + event),
            Stream.of("/records/companies", "/records/companies/" + company),
            Stream.of("/records/deals", "/records/deals/" + deal, "/events/about/deal/" + deal),
            Stream.of("/records/tasks", "/records/tasks/" + task),
            Stream.of("/records/contacts", "/records/contacts/" + contact),
            Stream.of("/automations", automation + "/chain", automation + "/definition"),
            Stream.of("/notifications"))
        .flatMap(it -> it)
        .toList();
  }

  private String made(String list, String fields) {
    return admin.post("/v1/" + list, fields).json().path("id").asString();
  }
}
