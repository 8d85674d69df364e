package dev.pilothouse.builderapi;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.Caller;
import dev.pilothouse.spi.Automations;
import dev.pilothouse.spi.Automations.VersionRow;
import dev.pilothouse.spi.Publications;
import dev.pilothouse.spi.Publications.Publication;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Shows the versions of an automation, and what was done with them.
@RestController
@RequestMapping("/v1/automations/{id}")
final class VersionsController {
  private final Automations automations;
  private final Publications publications;
  private final KnownAutomations known;
  private final KnownVersions versions;

  VersionsController(Automations automations, Publications publications) {
    this.automations = automations;
    this.publications = publications;
    known = new KnownAutomations(automations);
    versions = new KnownVersions(automations);
  }

  @GetMapping("/versions")
  PageLimit.Page<VersionView.Row> all(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "") String before) {
    PageLimit rows = new PageLimit(limit);
    List<VersionRow> found =
        automations.versions(
            caller.tenant(), automation(caller, id), PageLimit.number(before), rows.withNext());
    return rows.page(found, VersionView.Row::of, row -> "" + row.id().number());
  }

  @GetMapping("/versions/{version}")
  VersionView.Detail one(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @PathVariable String version) {
    return VersionView.Detail.of(versions.find(caller, id, version));
  }

  @GetMapping("/history")
  PageLimit.Page<HistoryView> history(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "") String before) {
    PageLimit rows = new PageLimit(limit);
    List<Publication> found =
        publications.history(
            caller.tenant(), automation(caller, id), PageLimit.position(before), rows.withNext());
    return rows.page(found, HistoryView::of, row -> "" + row.epoch());
  }

  private AutomationId automation(Caller caller, String id) {
    return known.find(caller, id).automation().id();
  }
}
