package dev.pilothouse.actions.http;

import dev.pilothouse.model.StepError;
import java.net.UnknownHostException;

/// The operator does not let steps call this host. An unknown host to those in between.
final class AddressRefused extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  AddressRefused(String host, int port) {
    super(
        ("Expected a host on the public internet, but '%s' has only addresses that are not: inside"
                + " this network, of this machine or reserved. If steps may call it, whoever runs"
                + " Pilothouse adds '%s:%d' to the setting 'actions.http.allowed-hosts'.")
            .formatted(host, host.contains(":") ? "[" + host + "]" : host, port));
  }

  StepError error() {
    return new StepError(
        "http.address_refused", StepError.Kind.POLICY, String.valueOf(getMessage()));
  }
}
