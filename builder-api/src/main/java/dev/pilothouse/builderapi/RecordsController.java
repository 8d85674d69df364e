package dev.pilothouse.builderapi;

import dev.pilothouse.model.Caller;
import dev.pilothouse.model.RecordKind;
import dev.pilothouse.model.RecordRef;
import dev.pilothouse.model.StoredRecord;
import dev.pilothouse.spi.Desk;
import dev.pilothouse.spi.Records;
import dev.pilothouse.spi.Records.Search;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Contacts, companies, deals, tasks and activities: one manner for all of them.
@RestController
final class RecordsController {
  private static final String LIST = "/v1/{list:" + RecordList.NAMES + "}";

  private final Records records;
  private final Desk desk;
  private final JsonMapper json;
  private final RecordView view;

  RecordsController(Records records, Desk desk, JsonMapper json) {
    this.records = records;
    this.desk = desk;
    this.json = json;
    view = new RecordView(json);
  }

  @GetMapping(LIST)
  PageLimit.Page<ObjectNode> newest(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String list,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "") String before,
      @RequestParam(defaultValue = "") String q,
      @RequestParam Map<String, String> asked) {
    RecordList of = RecordList.named(list);
    Search search = new Search(AddressText.of(q), of.filters(asked, records.filters(of.kind())));
    PageLimit rows = new PageLimit(limit);
    return rows.page(
        records.page(
            caller.tenant(), of.kind(), search, PageLimit.position(before), rows.withNext()),
        view::of,
        record -> "" + record.position());
  }

  @GetMapping(LIST + "/{id}")
  ResponseEntity<ObjectNode> one(
      @AuthenticationPrincipal Caller caller, @PathVariable String list, @PathVariable String id) {
    return shown(ResponseEntity.ok(), found(caller, RecordList.named(list).record(id)));
  }

  @PostMapping(LIST)
  ResponseEntity<ObjectNode> create(
      @AuthenticationPrincipal Caller caller, @PathVariable String list, HttpServletRequest request)
      throws IOException {
    Right.KEEP_RECORDS.require(caller);
    RecordList of = RecordList.named(list);
    RecordBody body = RecordBody.of(request, json);
    RecordRef wanted = body.newRecord(of);
    RecordRef made =
        RecordAnswers.requireDone(
            desk.byHand(
                caller.tenant(), caller.actor(), books -> books.create(wanted, body.fields())));
    return shown(ResponseEntity.created(URI.create(of.path(made))), found(caller, made));
  }

  @PatchMapping(LIST + "/{id}")
  ResponseEntity<ObjectNode> change(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String list,
      @PathVariable String id,
      HttpServletRequest request)
      throws IOException {
    Right.KEEP_RECORDS.require(caller);
    RecordRef record = RecordList.named(list).record(id);
    requireChangeable(record);
    return changed(caller, record, RecordBody.of(request, json));
  }

  /// Completing a task that is done already changes nothing.
  @PostMapping("/v1/tasks/{id}/complete")
  ResponseEntity<ObjectNode> complete(
      @AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request) {
    Right.KEEP_RECORDS.require(caller);
    ObjectNode done = json.createObjectNode().put("state", "done");
    return changed(caller, RecordList.TASKS.record(id), RecordBody.of(request, done));
  }

  private ResponseEntity<ObjectNode> changed(Caller caller, RecordRef record, RecordBody body) {
    body.requireOf(record);
    long version = body.version();
    RecordRef changed =
        RecordAnswers.requireDone(
            desk.byHand(
                caller.tenant(),
                caller.actor(),
                books -> books.change(record, version, body.fields())));
    return shown(ResponseEntity.ok(), found(caller, changed));
  }

  private static void requireChangeable(RecordRef record) {
    if (record.kind() == RecordKind.ACTIVITY) {
      throw RefusedException.because(
          HttpStatus.METHOD_NOT_ALLOWED,
          "An activity is logged once and stays as it is. Log another one that corrects it.");
    }
  }

  private StoredRecord found(Caller caller, RecordRef record) {
    return records.find(caller.tenant(), record).orElseThrow(() -> RecordAnswers.unknown(record));
  }

  private ResponseEntity<ObjectNode> shown(ResponseEntity.BodyBuilder answer, StoredRecord record) {
    return answer.eTag(RecordView.tag(record)).body(view.of(record));
  }
}
