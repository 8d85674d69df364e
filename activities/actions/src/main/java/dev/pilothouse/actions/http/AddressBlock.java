package dev.pilothouse.actions.http;

import java.math.BigInteger;
import java.net.InetAddress;

/// All addresses that begin with the same bits.
record AddressBlock(InetAddress first, int bits) {

  /// @throws IllegalArgumentException for text that is no `address/bits`
  static AddressBlock parse(String text) {
    int slash = text.indexOf('/');
    InetAddress first = literal(text.substring(0, slash));
    int bits = Integer.parseInt(text.substring(slash + 1));
    if (bits < 0 || bits > sizeOf(first)) {
      throw new IllegalArgumentException("expected no more bits than the address has in " + text);
    }
    return new AddressBlock(first, bits);
  }

  boolean contains(InetAddress address) {
    int size = sizeOf(first);
    return size == sizeOf(address)
        && number(first).xor(number(address)).shiftRight(size - bits).signum() == 0;
  }

  private static InetAddress literal(String text) {
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException notAnAddress) {
      throw new IllegalArgumentException("expected an address, but found " + text, notAnAddress);
    }
  }

  private static int sizeOf(InetAddress address) {
    return address.getAddress().length * Byte.SIZE;
  }

  private static BigInteger number(InetAddress address) {
    return new BigInteger(1, address.getAddress());
  }
}
