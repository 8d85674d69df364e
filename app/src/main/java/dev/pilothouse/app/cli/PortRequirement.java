package dev.pilothouse.app.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// The page's usual port. A taken one is no fault: `up` takes the next free one and says so.
///
/// @param isOurs Pilothouse itself runs on this data folder and may be the one that listens
record PortRequirement(int port, boolean isOurs) implements Requirement {

  private static final String NAME = "Port";

  @Override
  public Finding check() {
    try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return Finding.ok(NAME, port + " is free");
    } catch (IOException e) {
      return isOurs
          ? Finding.ok(NAME, port + " is taken; Pilothouse itself is running")
          : Finding.note(
              NAME,
              port + " is taken: " + e.getMessage(),
              "up takes the next free port; --port PORT names another.");
    }
  }
}
