package dev.pilothouse.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.pilothouse.testkit.ChromiumBrowser;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// An administrator's first minutes in a real browser, one after the other, and how long they take
/// at the speed of a driver: what is left of the bound is for reading and thinking.
@ExtendWith(ChromiumBrowser.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(300)
class FirstStepsTest {
  @RegisterExtension static final RunningHouse house = new RunningHouse();

  private static final String OWN_PASSWORD = "a lamp in the window";
  private static final Duration FIRST_RUN = Duration.ofMinutes(2);
  private static final Duration OWN_AUTOMATION = Duration.ofMinutes(5);

  private final long begun = System.nanoTime();

  @Test
  @Order(1)
  void leadFromTheFirstSignInToAFinishedRun(Page page, Page blank, TestReporter report)
      throws IOException {
    Visitor visitor = Visitor.at(page, house);
    Onlooker onlooker = new Onlooker(page, house.url());
    Album album = Album.of(page, onlooker, blank);

    takeTheFirstSteps(visitor, album);
    tell(report, "from signing in to the first finished run", FIRST_RUN);

    visitor.button("Go to your house").click();
    assertThat(page.getByText("Harbour & Finch").first()).isVisible();
    assertThat(page.getByText("Hand over a won deal").first()).isVisible();
    album.keep("home");
    visitor.open("/");
    assertThat(page.getByText("Needs a hand").first()).isVisible();
    assertThat(onlooker.faults()).isEmpty();
  }

  @Test
  @Order(2)
  void reachToARunOfAnAutomationOfFiveStepsWrittenByHand(Page page, TestReporter report) {
    Visitor visitor = Visitor.at(page, house);
    visitor.signIn(OWN_PASSWORD);

    begin(visitor);
    write(new EditorHand(page));
    publish(visitor);
    send(visitor);

    assertThat(page.getByText("Log the call").first()).isVisible();
    assertThat(page.getByText("Finished").first()).isVisible();
    tell(report, "from signing in to a run of five steps of one's own", OWN_AUTOMATION);
  }

  private static void takeTheFirstSteps(Visitor visitor, Album album) throws IOException {
    String first = house.firstPassword();
    visitor.open("/");
    album.keep("sign-in");
    visitor.signIn(first);
    visitor.fill("Name of the company", "Harbour & Finch");
    album.keep("company");
    visitor.button("Call it so").click();
    visitor.fill("Current password", first);
    visitor.fill("New password", OWN_PASSWORD);
    album.keep("password");
    visitor.button("Change password").click();
    visitor.button("Next").click();
    assertThat(visitor.button("Publish and send a test event")).isVisible();
    album.keep("automation");
    visitor.button("Publish and send a test event").click();
    assertThat(visitor.page().getByText("This is how every event of this type goes from now on."))
        .isVisible();
    album.keep("run");
  }

  private static void begin(Visitor visitor) {
    visitor.open("/automations");
    visitor.button("New automation").click();
    visitor.page().getByRole(AriaRole.DIALOG).getByLabel("Name").fill("Welcome");
    visitor.button("Make the draft").click();
  }

  /// Behind `steps: []` and the last line's end.
  private static void write(EditorHand hand) {
    hand.goToTheEnd(" []\n".length());
    hand.line(2, "- id: checklist");
    hand.line(4, "");
    hand.complete("do: task.cr", "task.create");
    hand.line(4, "with:");
    hand.line(6, "title: Onboard ${event.subject}");
    hand.line(2, "- id: total");
    hand.line(4, "set:");
    hand.line(6, "seats: 12");
    hand.line(2, "- id: tell");
    hand.line(4, "");
    hand.complete("do: notify", "notify.user");
    hand.line(4, "with:");
    hand.line(6, "to: role:admin");
    hand.line(6, "text: ${vars.seats} seats for ${event.subject}");
    hand.line(2, "- id: log");
    hand.line(4, "name: Log the call");
    hand.line(4, "");
    hand.complete("do: crm.log", "crm.log_activity");
    hand.line(4, "with:");
    hand.line(6, "subject: ${event.subject}");
    hand.line(2, "- id: end");
    hand.line(4, "stop:");
    hand.line(6, "as: finished");
  }

  private static void publish(Visitor visitor) {
    assertThat(visitor.page().getByText("Nothing is wrong with it.")).isVisible();
    visitor.button("Publish…").click();
    visitor.button("Publish").click();
    assertThat(visitor.page().getByText("Version 1 is in force.").first()).isVisible();
  }

  private static void send(Visitor visitor) {
    Page page = visitor.page();
    visitor.open("/events/new");
    page.getByLabel("Type").fill("crm.deal.won");
    visitor.button("Send the event").click();
  }

  private void tell(TestReporter report, String what, Duration bound) {
    Duration taken = Duration.ofNanos(System.nanoTime() - begun);
    report.publishEntry(what, "%.1f s".formatted(taken.toMillis() / 1e3));
    assertThat(taken).isLessThan(bound);
  }
}
