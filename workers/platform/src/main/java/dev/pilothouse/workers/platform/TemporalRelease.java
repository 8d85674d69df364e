package dev.pilothouse.workers.platform;

import java.util.Map;
import java.util.Optional;

/// The release of the Temporal CLI that this version of Pilothouse was tried with, and what its
/// program must look like. The checksums are of the program itself, so that they hold whoever
/// packed it.
record TemporalRelease(String version, Map<String, Checksum> programs) {

  static final TemporalRelease PINNED =
      new TemporalRelease(
          "1.9.1",
          Map.of(
              "linux-amd64",
              new Checksum("712217694cac9f786a72d4b6c876cd15f3dcf1bf31434d9fed6af25242a327a0"),
              "linux-arm64",
              new Checksum("667e9403cb2faaf439ecaa7eb7190e0d08521de6c9118da7fd26ad594281271d"),
              "darwin-amd64",
              new Checksum("d5776986d343fb789f49e4e7b6d3faca931c0877b71c6d4a7ac39dba467155cc"),
              "darwin-arm64",
              new Checksum("33c298d41f6eefebf01a28a3511f444480e939e21d3518cb0c12a4abad467c4b")));

  Optional<Checksum> programFor(HostSystem host) {
    return Optional.ofNullable(programs.get(host.words()));
  }
}
