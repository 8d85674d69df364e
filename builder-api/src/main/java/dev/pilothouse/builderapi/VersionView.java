package dev.pilothouse.builderapi;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.pilothouse.spi.Automations.Version;
import dev.pilothouse.spi.Automations.VersionRow;
import java.time.Instant;

/// Published versions as the API shows them.
final class VersionView {
  private VersionView() {}

  /// @param version hash of its content
  /// @param publishedAt the first time
  /// @param inForce whether new events start it, or would if nobody had paused it
  record Row(
      int number,
      String version,
      String note,
      Instant publishedAt,
      String publishedBy,
      String publishedByName,
      boolean inForce) {
    static Row of(VersionRow row) {
      return new Row(
          row.id().number(),
          row.id().hash().hash(),
          row.note(),
          row.published().at(),
          row.published().actor(),
          row.published().name(),
          row.inForce());
    }
  }

  /// @param definition what the text says
  record Detail(
      @JsonUnwrapped Row row, @JsonRawValue String definition, AutomationView.Source source) {
    static Detail of(Version version) {
      return new Detail(
          Row.of(
              new VersionRow(version.id(), version.note(), version.published(), version.inForce())),
          version.content().definition().text(),
          AutomationView.Source.of(version.content().source()));
    }
  }
}
