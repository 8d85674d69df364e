package dev.pilothouse.app;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// axe-core, which knows what of WCAG 2.2 AA can be found out by looking. It comes in by the
/// debugger's door, which the page's policy leaves open.
final class Axe {
  private static final Path SCRIPT =
      Path.of(System.getProperty("pilothouse.build"), "ui/node_modules/axe-core/axe.min.js");

  /// Of an item of a tree its listeners hear the state right behind its name, whatever stands
  /// between the two on the screen: that is no label of a button.
  private static final String SPARES_TREES =
      "() => axe.configure({ rules: [{ id: 'label-content-name-mismatch', selector: ':not([role=treeitem])' }] })";

  private static final String LOOK =
      """
      async () => {
        const only = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };
        const { violations } = await axe.run(document, { runOnly: only, resultTypes: ['violations'] });
        return violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) =>
            `${id} at ${target.flat().join(' ')}: ${failureSummary.split('\\n').slice(1).join(';')}`));
      }
      """;

  private final String source;

  /// Beside the page's own tools, where the build of the page has put it.
  Axe() throws IOException {
    source = Files.readString(SCRIPT);
  }

  /// What stands against it, each with its place.
  List<String> violations(Page page) {
    if (Boolean.FALSE.equals(page.evaluate("() => 'axe' in window"))) {
      page.evaluate(source);
      page.evaluate(SPARES_TREES);
    }
    return ((List<?>) page.evaluate(LOOK)).stream().map(Object::toString).toList();
  }
}
