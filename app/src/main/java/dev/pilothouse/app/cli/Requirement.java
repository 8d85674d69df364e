package dev.pilothouse.app.cli;

/// One thing that Pilothouse needs from the machine. Checks run beside each other.
interface Requirement {

  Finding check();
}
