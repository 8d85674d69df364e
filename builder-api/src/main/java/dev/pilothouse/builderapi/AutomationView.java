package dev.pilothouse.builderapi;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.pilothouse.model.NumberedVersion;
import dev.pilothouse.model.WrittenText;
import dev.pilothouse.spi.Automations.Automation;
import dev.pilothouse.spi.Automations.Drafted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Automations as the API shows them.
final class AutomationView {
  private AutomationView() {}

  /// @param version hash of the version in force; null before the first publish
  /// @param number of that version
  /// @param unpublishedChanges whether the draft says anything else
  record Row(
      String id,
      String name,
      String owner,
      String area,
      String state,
      @Nullable String version,
      @Nullable Integer number,
      boolean unpublishedChanges,
      Instant createdAt,
      String createdBy,
      String createdByName,
      Instant changedAt,
      String changedBy,
      String changedByName) {
    static Row of(Automation automation) {
      return new Row(
          automation.id().toString(),
          automation.name(),
          automation.owner(),
          automation.area(),
          automation.state().text(),
          automation.published().map(it -> it.hash().hash()).orElse(null),
          automation.published().map(NumberedVersion::number).orElse(null),
          automation.unpublished(),
          automation.created().at(),
          automation.created().actor(),
          automation.created().name(),
          automation.changed().at(),
          automation.changed().actor(),
          automation.changed().name());
    }
  }

  /// The text as its author wrote it.
  record Source(String format, String text) {
    static Source of(WrittenText written) {
      return new Source(written.format().text(), written.text());
    }
  }

  /// @param draft what the text says
  record Detail(
      @JsonUnwrapped Row row,
      Instant savedAt,
      String savedBy,
      String savedByName,
      @JsonRawValue String draft,
      Source source) {
    static Detail of(Drafted drafted) {
      return new Detail(
          Row.of(drafted.automation()),
          drafted.saved().at(),
          drafted.saved().actor(),
          drafted.saved().name(),
          drafted.draft().definition().text(),
          Source.of(drafted.draft().source()));
    }
  }
}
