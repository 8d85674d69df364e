package dev.pilothouse.testkit;

import static dev.pilothouse.testkit.CloudEventText.aCloudEvent;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CloudEventTextTest {

  @Test
  void isWhatWasSaid() {
    var event =
        aCloudEvent()
            .withId("e-1")
            .from("/crm")
            .ofType("crm.deal.won")
            .about("deal/42")
            .withData("{\"value\":7}");

    assertThat(event.json())
        .isEqualTo(
            """
            {"specversion":"1.0","id":"e-1","source":"/crm","type":"crm.deal.won",\
            "subject":"deal/42","datacontenttype":"application/json","data":{"value":7}}\
            """);
  }

  @Test
  void isAnotherEventEachTime() {
    assertThat(aCloudEvent().id()).isNotEqualTo(aCloudEvent().id());
  }
}
