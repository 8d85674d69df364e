package dev.pilothouse.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/// A mistake of ours that a command stumbled over. It is kept in a file of its own: a trace on the
/// terminal helps nobody who reads it there.
record FaultRecord(String command, Exception fault) {

  /// Writes the trace and says in a line what happened and where the trace is.
  String keep() {
    String what = "A mistake of ours ended '%s': %s.".formatted(command, fault);
    try {
      Path file = Files.createTempFile("pilothouse-" + command + "-", ".log");
      Files.writeString(file, trace());
      return what + " The trace is in " + file + "; please send it to us.";
    } catch (IOException unwritable) {
      return what + " Its trace could not be kept: " + unwritable.getMessage() + ".";
    }
  }

  private String trace() {
    StringWriter text = new StringWriter();
    fault.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
