package dev.pilothouse.workers.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StartFailureTest {

  @Test
  void readsTheReportAsItIsPrinted() {
    List<String> lines =
        List.of(
            "APPLICATION FAILED TO START",
            "***************************",
            "",
            "Description:",
            "",
            "Port 8080",
            "is taken.",
            "",
            "Action:",
            "",
            "Free it.");
    assertThat(StartFailure.in(lines))
        .contains(new StartFailure("Port 8080 is taken.", "Free it."));
  }

  @Test
  void readsTheReportAsOneLineOfJson() {
    String line =
        "{\"level\":\"ERROR\",\"message\":\"\\n\\n***\\nAPPLICATION FAILED TO START\\n***\\n\\nDescription:\\n\\nTaken.\\n\\nAction:\\n\\nFree it.\\n\",\"logger\":\"x\"}";
    assertThat(StartFailure.in(List.of(line))).contains(new StartFailure("Taken.", "Free it."));
  }

  @Test
  void isEmptyWhereNothingWasReported() {
    assertThat(StartFailure.in(List.of("all is well"))).isEmpty();
  }
}
