package dev.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.pilothouse.testkit.ChromiumBrowser;
import dev.pilothouse.testkit.RecordingHttpServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Every screen in a real browser, in a house with work in it: nothing is red in the developer
/// tools, nothing comes from elsewhere, nothing is cut off at the side, and axe finds nothing.
/// `-Dpictures=FOLDER` looks at three widths by day and by night instead of two sights, and keeps a
/// picture of each.
@ExtendWith(ChromiumBrowser.class)
class ScreensTest {
  @RegisterExtension static final RecordingHttpServer outside = new RecordingHttpServer();

  @RegisterExtension
  static final RunningHouse house =
      new RunningHouse(Map.of("PILOTHOUSE_ACTIONS_HTTP_ALLOWED_HOSTS", "127.0.0.1"));

  /// What can be scrolled sideways although only texts of others and drawings may.
  private static final String CUT_OFF =
      """
      () => [document.documentElement, ...document.querySelectorAll('main, main *, [role=dialog], [role=dialog] *')]
        .filter((it) => it === document.documentElement || /auto|scroll/.test(getComputedStyle(it).overflowX))
        .filter((it) => !it.matches('pre, textarea, [role=tablist], [data-scroll-restoration-id=chain]'))
        .filter((it) => it.scrollWidth > it.clientWidth + 1)
        .map((it) => `cut off at the side: ${it.tagName} ${it.className} (${it.scrollWidth} in ${it.clientWidth})`)
      """;

  private static HarbourAndFinch company;

  private final Axe axe;

  ScreensTest() throws IOException {
    axe = new Axe();
  }

  @BeforeAll
  static void fill() {
    company = new HarbourAndFinch(house, outside).atWork();
  }

  @TestFactory
  Stream<DynamicTest> shows(Page page, Page blank) throws IOException {
    Tour tour = Tour.of(Visitor.at(page, house));
    Darkroom darkroom = Darkroom.asAsked(blank);
    return new Screens(company)
        .all().stream()
            .map(screen ->
                DynamicTest.dynamicTest(
                    screen.name(),
                    () -> {
                      tour.goTo(screen);
                      assertThat(complaints(page, tour.onlooker(), screen, darkroom)).isEmpty();
                    }));
  }

  private List<String> complaints(Page page, Onlooker onlooker, Screen screen, Darkroom darkroom) {
    List<String> complaints = new ArrayList<>();
    for (Sight sight : sights(darkroom)) {
      sight.of(page);
      onlooker.awaitRest();
      if (!screen.missing()) {
        darkroom.keep(page, screen.file() + "-" + sight);
      }
      wrong(page).forEach(it -> complaints.add(sight + ": " + it));
    }
    complaints.addAll(onlooker.faults());
    return complaints;
  }

  private static List<Sight> sights(Darkroom darkroom) {
    return darkroom.isOpen() ? Sight.all() : List.of(Sight.DESK, Sight.PHONE_AT_NIGHT);
  }

  private List<String> wrong(Page page) {
    List<String> wrong = new ArrayList<>(axe.violations(page));
    ((List<?>) page.evaluate(CUT_OFF)).forEach(it -> wrong.add(it.toString()));
    return wrong;
  }
}
