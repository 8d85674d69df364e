package dev.pilothouse.builderapi;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.RecordRef;
import dev.pilothouse.spi.Books;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The fields of a record as they are sent, with what stands beside them: its id, and the version
/// it was read at.
final class RecordBody {
  private static final int READ_AT_MOST = 262_144;
  private static final List<String> BESIDE_THE_FIELDS =
      List.of("id", "version", "createdAt", "createdBy", "changedAt");
  private static final Pattern ETAG = Pattern.compile("(?:W/)?\"?(\\d{1,18})\"?");
  private static final String UNFIT = "This cannot be taken as a record.";

  private final ObjectNode fields;
  private final String ifMatch;

  private RecordBody(ObjectNode fields, String ifMatch) {
    this.fields = fields;
    this.ifMatch = ifMatch;
  }

  static RecordBody of(HttpServletRequest request, JsonMapper mapper) throws IOException {
    byte[] body = request.getInputStream().readNBytes(READ_AT_MOST + 1);
    if (body.length > READ_AT_MOST) {
      throw RefusedException.because(
          HttpStatus.CONTENT_TOO_LARGE,
          "A record of more than " + READ_AT_MOST + " bytes is not even read.");
    }
    return new RecordBody(fields(body, new JsonText(mapper)), ifMatch(request));
  }

  /// Of a request that says nothing of fields.
  static RecordBody of(HttpServletRequest request, ObjectNode fields) {
    return new RecordBody(fields, ifMatch(request));
  }

  /// Without what is shown beside them: a record may be sent back as it was read.
  Json fields() {
    return new Json(fields.deepCopy().remove(BESIDE_THE_FIELDS).toString());
  }

  /// The record that is to be made: by the id that was sent, or by one of ours.
  RecordRef newRecord(RecordList list) {
    JsonNode id = fields.path("id");
    if (id.isMissingNode() || id.isNull()) {
      return RecordRef.next(list.kind());
    }
    if (!id.isString()) {
      throw refused(
          "id",
          "Expected a text, but found " + JsonAttributes.kindOf(id) + ".",
          "Put it in quotes.");
    }
    return RecordRef.named(list.kind(), id.asString());
  }

  /// It may be sent back to where it came from alone.
  void requireOf(RecordRef record) {
    JsonNode id = fields.path("id");
    if (!id.isMissingNode() && !id.asString("").equals(record.id())) {
      throw refused(
          "id",
          "Expected '" + record.id() + "', as in the address, but found another id.",
          "Leave it out: an id never changes.");
    }
  }

  /// Of the header If-Match, or of the record as it was read.
  long version() {
    long inFields = versionInFields();
    Matcher tag = ETAG.matcher(ifMatch);
    if (ifMatch.isEmpty() || ifMatch.equals("*")) {
      return inFields;
    }
    if (!tag.matches()) {
      throw RefusedException.because(
          HttpStatus.BAD_REQUEST,
          "Expected 'If-Match' as the ETag of a record, such as \"3\", but found '"
              + ifMatch
              + "'.");
    }
    return Long.parseLong(tag.group(1));
  }

  private long versionInFields() {
    JsonNode version = fields.path("version");
    if (version.isMissingNode()) {
      return Books.ANY_VERSION;
    }
    if (!version.isIntegralNumber() || version.longValue() < 1) {
      throw refused(
          "version",
          "Expected the number of a version, but found " + JsonAttributes.kindOf(version) + ".",
          "Send the one that the record was read with, or leave it out.");
    }
    return version.longValue();
  }

  private static ObjectNode fields(byte[] body, JsonText json) {
    JsonNode read = read(body, json);
    if (!(read instanceof ObjectNode object)) {
      throw refused(
          "",
          "Expected an object with the fields of the record, but found "
              + JsonAttributes.kindOf(read)
              + ".",
          "");
    }
    Faults faults = new Faults();
    StorableText.unfitIn(object)
        .ifPresent(unfit -> faults.add(unfit.path().replaceFirst("^\\.", ""), unfit.message()));
    faults.throwIfAny(UNFIT);
    return object;
  }

  private static JsonNode read(byte[] body, JsonText json) {
    try {
      return json.read(body);
    } catch (JsonText.Malformed malformed) {
      throw refused("", malformed.sentence(), "");
    }
  }

  private static String ifMatch(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.IF_MATCH)).orElse("").strip();
  }

  private static RefusedException refused(String path, String message, String hint) {
    return RefusedException.with(UNFIT, List.of(new RefusedException.Fault(path, message, hint)));
  }
}
