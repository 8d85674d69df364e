package dev.pilothouse.app;

import com.microsoft.playwright.Page;

/// Small pictures of somebody's way, one after the other, for the README; kept where
/// `-Dpictures=FOLDER` asks for them.
record Album(Page page, Onlooker onlooker, Darkroom darkroom) {
  /// @param blank a page that shows nothing
  static Album of(Page page, Onlooker onlooker, Page blank) {
    Sight.DESK.of(page);
    return new Album(page, onlooker, Darkroom.asAsked(blank));
  }

  void keep(String name) {
    onlooker.awaitRest();
    darkroom.keepHalved(page, "first-" + name);
  }
}
