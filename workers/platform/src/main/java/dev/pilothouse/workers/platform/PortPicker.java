package dev.pilothouse.workers.platform;

/// The ports of one start: the usual ones where they are free, and said where they are not.
///
/// @param wanted of the page; 0 picks free ones for everything
record PortPicker(int wanted, FreePorts free, Progress progress) {

  private static final int POSTGRES = 54_320;
  private static final int TEMPORAL = 7_233;
  private static final int TEMPORAL_UI = 8_233;
  private static final int HIGHEST = 65_535;

  PortPicker {
    if (wanted < 0 || wanted > HIGHEST) {
      throw new PlatformProblem(
          "Expected a port from 0 to " + HIGHEST + ", but found " + wanted + ".",
          "Choose one above 1023, for example --port 8080.");
    }
  }

  int http() {
    return pick("the page", wanted);
  }

  int postgres() {
    return pick("PostgreSQL", usual(POSTGRES));
  }

  TemporalPorts forTemporal() {
    int grpc = pick("Temporal", usual(TEMPORAL));
    int ui = pick("Temporal's page", usual(TEMPORAL_UI));
    return new TemporalPorts(grpc, ui, free.next(), free.next());
  }

  /// For the full server, which keeps its ports as signed 16 bit numbers: those that the system
  /// gives away are too high for it.
  TemporalPorts forTemporalServer() {
    int grpc = wanted == 0 ? free.at(TEMPORAL) : pick("Temporal", TEMPORAL);
    return new TemporalPorts(grpc, 0, free.next(), 0);
  }

  private int usual(int port) {
    return wanted == 0 ? 0 : port;
  }

  private int pick(String what, int port) {
    int picked = free.at(port);
    if (port != 0 && picked != port) {
      progress.say("Port %d is taken; %s is on %d".formatted(port, what, picked));
    }
    return picked;
  }
}
