package dev.pilothouse.actions.mail;

import dev.pilothouse.actions.schema.InputFault;
import dev.pilothouse.actions.schema.InvalidInput;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Reads whom a mail goes to: a text with commas, or a list.
final class MailAddresses {
  private static final String EXPECTED =
      "an address such as ada@example.com or Ada Byron <ada@example.com>";

  private MailAddresses() {}

  static List<InternetAddress> of(JsonNode input, String field) throws InvalidInput {
    JsonNode given = input.path(field);
    List<InternetAddress> addresses = new ArrayList<>();
    if (!given.isArray()) {
      addresses.addAll(parse(given.asString(""), "with." + field));
    }
    for (int i = 0; i < given.size(); i++) {
      addresses.addAll(parse(given.path(i).asString(), "with.%s[%d]".formatted(field, i)));
    }
    return addresses;
  }

  /// A line break in an address would begin a header of its own.
  private static List<InternetAddress> parse(String text, String path) throws InvalidInput {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInput(InputFault.at(path, EXPECTED, "line breaks or control characters"));
    }
    try {
      List<InternetAddress> addresses = List.of(InternetAddress.parse(text, true));
      for (InternetAddress address : addresses) {
        check(address, path);
      }
      return addresses;
    } catch (AddressException notAnAddress) {
      throw new InvalidInput(InputFault.at(path, EXPECTED, "'" + text + "'"));
    }
  }

  private static void check(InternetAddress address, String path)
      throws AddressException, InvalidInput {
    address.validate();
    boolean plain = address.getAddress().chars().allMatch(c -> c < 128);
    if (!plain || address.isGroup() || address.getAddress().indexOf('@') < 0) {
      throw new InvalidInput(InputFault.at(path, EXPECTED, "'" + address.getAddress() + "'"));
    }
  }
}
