package dev.pilothouse.app;

import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// One thing the page shows: where it is, and what a person does there to see it.
///
/// @param outside seen by somebody who is not signed in
/// @param missing names what there is not, so that the server's 404 is what is expected
record Screen(
    String name, String path, Optional<Consumer<Page>> first, boolean outside, boolean missing) {

  static Screen at(String name, String path) {
    return new Screen(name, path, Optional.empty(), false, false);
  }

  /// Whether it leaves the page as somebody does who merely followed links.
  boolean leavesNothingOpen() {
    return first.isEmpty() && !outside;
  }

  Screen after(Consumer<Page> act) {
    return new Screen(name, path, Optional.of(act), outside, missing);
  }

  Screen seenFromOutside() {
    return new Screen(name, path, first, true, missing);
  }

  Screen thatIsMissing() {
    return new Screen(name, path, first, outside, true);
  }

  /// Its name as a file has it.
  String file() {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
  }
}
