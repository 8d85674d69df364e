package dev.pilothouse.app;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;

/// How large the window is, and whether it is day.
record Sight(int width, int height, ColorScheme light) {
  static final Sight DESK = new Sight(1440, 900, ColorScheme.LIGHT);
  static final Sight PHONE_AT_NIGHT = new Sight(380, 780, ColorScheme.DARK);

  /// Three widths, by day and by night.
  static List<Sight> all() {
    return Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
        .flatMap(light ->
            Stream.of(
                new Sight(1440, 900, light),
                new Sight(1024, 768, light),
                new Sight(380, 780, light)))
        .toList();
  }

  /// The page has heard of it by then, and asks for what it needs to show.
  void of(Page page) {
    page.setViewportSize(width, height);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(light));
    Object _ = page.evaluate(Onlooker.TWO_FRAMES);
  }

  @Override
  public String toString() {
    return width + (light == ColorScheme.DARK ? "-night" : "-day");
  }
}
