package dev.pilothouse.builderapi;

import dev.pilothouse.builderapi.RefusedException.Fault;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// One request that brings events, before anything in it is understood.
final class Delivery {
  /// The three ways in which CloudEvents travel over HTTP.
  enum Mode {
    /// The body is the event.
    STRUCTURED,
    /// The body is an array of events.
    BATCH,
    /// The headers are the event, the body its data.
    BINARY
  }

  private static final String ATTRIBUTE = "ce-";

  private final HttpServletRequest request;
  private byte[] body = {};

  Delivery(HttpServletRequest request) {
    this.request = request;
  }

  Mode mode() {
    Optional<ContentType> type = contentType();
    if (type.filter(it -> it.is("application/cloudevents+json")).isPresent()) {
      return Mode.STRUCTURED;
    }
    if (type.filter(it -> it.is("application/cloudevents-batch+json")).isPresent()) {
      return Mode.BATCH;
    }
    if (hasAttributes() && type.filter(Delivery::isOtherEnvelope).isEmpty()) {
      return Mode.BINARY;
    }
    if (type.filter(it -> it.is("application/json")).isPresent()) {
      return Mode.STRUCTURED;
    }
    throw notAnEvent();
  }

  /// Such as `application/cloudevents+xml`.
  private static boolean isOtherEnvelope(ContentType type) {
    return type.type().getSubtype().toLowerCase(Locale.ROOT).startsWith("cloudevents");
  }

  private boolean hasAttributes() {
    return Collections.list(request.getHeaderNames()).stream()
        .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith(ATTRIBUTE));
  }

  private RefusedException notAnEvent() {
    return RefusedException.because(
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        new Fault(
            "content-type",
            "Expected an event or a batch of them, but found the content type '"
                + contentTypeText()
                + "'.",
            "Send an event as application/cloudevents+json, a batch as"
                + " application/cloudevents-batch+json, or 'ce-' headers beside any other content."));
  }

  /// Empty where there is none, or one that cannot be read.
  Optional<ContentType> contentType() {
    return ContentType.parse(contentTypeText());
  }

  String contentTypeText() {
    return Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_TYPE)).orElse("");
  }

  /// All values a header was sent with.
  List<String> attribute(String name) {
    return Collections.list(request.getHeaders(ATTRIBUTE + name));
  }

  /// Reads the body, and never more of it than that.
  void load(int limit, RefusedException tooLarge) throws IOException {
    body = request.getInputStream().readNBytes(limit + 1);
    if (body.length > limit) {
      throw tooLarge;
    }
  }

  /// What was read of it, empty before it was loaded.
  byte[] body() {
    return body;
  }

  /// So much of it is held at most: what is announced, and never more than the limit.
  long mostBytes(int limit) {
    long announced = request.getContentLengthLong();
    return announced < 0 ? limit : Math.min(announced, limit);
  }

  /// As announced, or else as read.
  long bytes() {
    return Math.max(request.getContentLengthLong(), body.length);
  }
}
