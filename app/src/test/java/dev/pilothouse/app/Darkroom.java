package dev.pilothouse.app;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/// Makes small pictures of what a page shows. A blank page of the same browser writes them as WebP,
/// which needs a quarter of what PNG does.
final class Darkroom {
  private static final Path BUILD = Path.of(System.getProperty("pilothouse.build"));
  private static final double COARSE = 0.3;

  /// Letters of half their size need it.
  private static final double FINE = 0.75;

  private static final String DEVELOP =
      """
      async ([shot, scale, quality]) => {
        const image = new Image();
        image.src = 'data:image/png;base64,' + shot;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = Math.round(image.naturalWidth * scale);
        canvas.height = Math.round(image.naturalHeight * scale);
        const pen = canvas.getContext('2d');
        pen.imageSmoothingQuality = 'high';
        pen.drawImage(image, 0, 0, canvas.width, canvas.height);
        return canvas.toDataURL('image/webp', quality).split(',')[1];
      }
      """;

  private final Page bench;
  private final String folder;

  private Darkroom(Page bench, String folder) {
    this.bench = bench;
    this.folder = folder;
  }

  /// Keeps them in the folder that `-Dpictures=FOLDER` names, and none where it names none.
  ///
  /// @param bench a page that shows nothing
  static Darkroom asAsked(Page bench) {
    return new Darkroom(bench, System.getProperty("pictures", ""));
  }

  boolean isOpen() {
    return !folder.isEmpty();
  }

  void keep(Page page, String name) {
    if (isOpen()) {
      develop(page, name, 1, COARSE);
    }
  }

  void keepHalved(Page page, String name) {
    if (isOpen()) {
      develop(page, name, 0.5, FINE);
    }
  }

  private void develop(Page page, String name, double scale, double quality) {
    String shot = Base64.getEncoder().encodeToString(page.screenshot());
    Object picture = bench.evaluate(DEVELOP, List.of(shot, scale, quality));
    write(
        BUILD.resolve(folder).resolve(name + ".webp"),
        Base64.getDecoder().decode(picture.toString()));
  }

  private static void write(Path file, byte[] picture) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, picture);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
