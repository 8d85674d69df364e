package dev.pilothouse.actions.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/// Where calls may go: the public internet, and what the operator allows besides. Else an
/// automation's author could reach the machines beside ours, and the cloud's own service that hands
/// out this machine's keys.
record OutgoingAddresses(List<AllowedHost> allowed) {

  /// Everything in IPv4 that is not the public internet.
  private static final List<AddressBlock> INNER_4 =
      blocks(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // shared by carriers; metadata of one cloud
          "127.0.0.0/8", // loopback
          "168.63.129.16/32", // a cloud's own service
          "169.254.0.0/16", // link-local; metadata of most clouds
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments; metadata of one cloud
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // relays to IPv6
          "192.168.0.0/16", // private
          "198.18.0.0/15", // measurements
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, broadcast

  /// IPv6 gives out addresses of the public internet from this block alone.
  private static final AddressBlock PUBLIC_6 = AddressBlock.parse("2000::/3");

  /// What lies in [#PUBLIC_6] and is none, or carries an IPv4 address that would pass unseen.
  private static final List<AddressBlock> INNER_6 =
      blocks(
          "2001::/23", // protocol assignments, Teredo
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4
          "3fff::/20"); // documentation

  static OutgoingAddresses of(HttpActionConfig config) {
    return new OutgoingAddresses(config.allowedHosts().stream().map(AllowedHost::parse).toList());
  }

  /// @param host as it stands in the address, without brackets
  boolean permit(String host, int port, InetAddress address) {
    return isPublic(address)
        || allowed.stream().anyMatch(entry -> entry.covers(host, port, address));
  }

  static boolean isPublic(InetAddress address) {
    return address instanceof Inet4Address
        ? INNER_4.stream().noneMatch(block -> block.contains(address))
        : PUBLIC_6.contains(address)
            && INNER_6.stream().noneMatch(block -> block.contains(address));
  }

  private static List<AddressBlock> blocks(String... texts) {
    return Stream.of(texts).map(AddressBlock::parse).toList();
  }
}
