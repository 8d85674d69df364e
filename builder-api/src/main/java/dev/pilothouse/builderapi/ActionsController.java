package dev.pilothouse.builderapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.pilothouse.model.Json;
import dev.pilothouse.spi.ActionDescriptor;
import dev.pilothouse.spi.Actions;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Shows what a step can do, for those who write definitions.
@RestController
@RequestMapping("/v1/actions")
final class ActionsController {
  /// @param input JSON Schema of `with`
  /// @param output JSON Schema of what later steps may read
  /// @param example of `with`
  /// @param classes what its calls may promise
  /// @param readBack JSON Schema of `read_back`, for those that can be read back
  /// @param reversibility how a person takes the effect back
  record Shown(
      String name,
      String title,
      String about,
      @JsonRawValue String input,
      @JsonRawValue String output,
      @JsonRawValue String example,
      List<String> classes,
      @JsonRawValue @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String readBack,
      String reversibility) {
    static Shown of(ActionDescriptor action) {
      return new Shown(
          action.name(),
          action.title(),
          action.about(),
          action.input().text(),
          action.output().text(),
          action.example().text(),
          action.promises().classes(),
          action.promises().readBack().map(Json::text).orElse(null),
          action.reversibility());
    }
  }

  record AllShown(List<Shown> items) {}

  private final AllShown all;

  ActionsController(Actions actions) {
    all =
        new AllShown(
            actions.descriptors().stream()
                .sorted(Comparator.comparing(ActionDescriptor::name))
                .map(Shown::of)
                .toList());
  }

  @GetMapping
  AllShown all() {
    return all;
  }
}
