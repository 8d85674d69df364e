package dev.pilothouse.app;

import java.util.List;

/// A check that first brings its part up, once, after the parts that this one needs.
final class BringUp implements Part.Check {
  private final Part.Check once;
  private final Part.Check always;
  private final List<Part> needs;
  private boolean broughtUp;

  BringUp(Part.Check once, Part.Check always, Part... needs) {
    this.once = once;
    this.always = always;
    this.needs = List.of(needs);
  }

  @Override
  public void run() throws Exception {
    if (!broughtUp) {
      for (Part need : needs) {
        need.requireUp();
      }
      once.run();
      broughtUp = true;
    }
    always.run();
  }
}
