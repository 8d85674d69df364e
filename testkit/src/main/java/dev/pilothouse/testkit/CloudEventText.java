package dev.pilothouse.testkit;

import java.util.UUID;

/// Writes the JSON text of a CloudEvents 1.0 event: `aCloudEvent().ofType("crm.deal.won")`. What is
/// not said is made up, the id always anew, so that two events are two.
public record CloudEventText(String id, String source, String type, String subject, String data) {

  public static CloudEventText aCloudEvent() {
    return new CloudEventText(
        UUID.randomUUID().toString(), "/tests", "test.happened", "test/1", "{}");
  }

  public CloudEventText withId(String id) {
    return new CloudEventText(id, source, type, subject, data);
  }

  public CloudEventText from(String source) {
    return new CloudEventText(id, source, type, subject, data);
  }

  public CloudEventText ofType(String type) {
    return new CloudEventText(id, source, type, subject, data);
  }

  public CloudEventText about(String subject) {
    return new CloudEventText(id, source, type, subject, data);
  }

  /// @param data JSON
  public CloudEventText withData(String data) {
    return new CloudEventText(id, source, type, subject, data);
  }

  /// Names are put in as they are: no quotes in them.
  public String json() {
    return """
    {"specversion":"1.0","id":"%s","source":"%s","type":"%s","subject":"%s",\
    "datacontenttype":"application/json","data":%s}\
    """
        .formatted(id, source, type, subject, data);
  }
}
