package dev.pilothouse.actions.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/// Finds only addresses that may be called. The check stands here, behind the look-up whose answer
/// is connected to, so that no second look-up can give another answer.
///
/// A record: the client shares idle connections only between calls whose name services are equal.
record GuardedDns(OutgoingAddresses addresses, int port) implements Dns {

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    List<InetAddress> permitted =
        List.of(InetAddress.getAllByName(host)).stream()
            .filter(address -> addresses.permit(host, port, address))
            .toList();
    if (permitted.isEmpty()) {
      throw new AddressRefused(host, port);
    }
    return permitted;
  }
}
