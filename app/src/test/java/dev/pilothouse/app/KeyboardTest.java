package dev.pilothouse.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.pilothouse.testkit.ChromiumBrowser;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The main paths without a pointer; wherever the focus is, it is seen.
@ExtendWith(ChromiumBrowser.class)
class KeyboardTest {
  @RegisterExtension static final RunningHouse house = new RunningHouse();

  private final Admin admin = new Admin(house);

  @Test
  void signsIn(Page page) throws IOException {
    Visitor visitor = Visitor.at(page, house);
    Keyboard keys = new Keyboard(page);
    visitor.open("/");

    keys.tabTo(page.getByLabel("Mail address"));
    keys.type(Visitor.MAIL);
    keys.tabTo(visitor.password());
    keys.type(house.firstPassword());
    keys.press("Enter");

    assertThat(visitor.password()).isHidden();
  }

  @Test
  void opensAnAutomationEditsAndPublishesIt(Page page) throws IOException {
    String name = admin.publish("{\"id\": \"nap\", \"wait\": \"2h\"}");
    Keyboard keys = signedIn(page);

    var _ = page.navigate(house.url() + "/runs");
    keys.awaitHeard();
    keys.pressUntilThere(page.getByRole(AriaRole.HEADING, named("Automations")), "g", "a");
    keys.tabTo(link(page, name));
    keys.press("Enter");
    keys.tabTo(page.getByRole(AriaRole.TAB, named("Chain")));
    keys.press("ArrowRight", "Enter");
    keys.tabTo(new EditorHand(page).editor());
    keys.press("Control+Home", "ArrowRight");
    keys.type("\"description\": \"By hand\", ");
    keys.press("Control+s");
    assertThat(page.getByText("Nothing is wrong with it.")).isVisible();
    keys.tabBackTo(button(page, "Publish…"));
    keys.press("Enter");
    keys.tabTo(button(page, "Publish"));
    keys.press("Enter");

    assertThat(page.getByText("Version 2 is in force.").first()).isVisible();
  }

  @Test
  void goesWhereThePaletteLeads(Page page) throws IOException {
    Keyboard keys = signedIn(page);

    keys.press("Control+k");
    assertThat(page.getByRole(AriaRole.COMBOBOX)).isFocused();
    keys.type("settings");
    keys.press("Enter");

    assertThat(page.getByRole(AriaRole.HEADING, named("Settings"))).isVisible();
  }

  @Test
  void cancelsARunThatWaits(Page page) throws IOException {
    String type = admin.publish("{\"id\": \"nap\", \"wait\": \"2h\"}");
    String run = admin.sendOne(type);
    var _ = admin.awaitState(run, "waiting");
    Keyboard keys = signedIn(page);

    var _ = page.navigate(house.url() + "/runs/" + run);
    assertThat(button(page, "Cancel…")).isVisible();
    keys.awaitHeard();
    keys.press("Shift+C");
    keys.tabTo(page.getByLabel("Why"));
    keys.type("It is not needed any more");
    keys.tabTo(button(page, "Cancel the run"));
    keys.press("Enter");

    assertThat(page.getByText("Cancelled").first()).isVisible();
    var _ = admin.awaitState(run, "cancelled");
  }

  @Test
  void opensARunFromTheListAndComesBackToItsRow(Page page) throws IOException {
    var _ = admin.sendOne(admin.publish("{\"id\": \"nap\", \"wait\": \"2h\"}"));
    Keyboard keys = signedIn(page);

    var _ = page.navigate(house.url() + "/runs");
    assertThat(page.locator("a[data-row]").first()).isVisible();
    keys.awaitHeard();
    keys.press("j");
    String chosen = page.locator("a[data-row]:focus").getAttribute("href");
    keys.press("Enter");
    page.waitForURL(house.url() + chosen);
    var _ = page.goBack();

    assertThat(page.locator("a[href='" + chosen + "']").first()).isVisible();
  }

  private Keyboard signedIn(Page page) throws IOException {
    Visitor.at(page, house).signIn();
    return new Keyboard(page);
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, named(name)).first();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named(name).setExact(true));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
