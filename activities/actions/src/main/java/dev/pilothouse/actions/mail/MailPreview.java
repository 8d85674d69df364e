package dev.pilothouse.actions.mail;

import dev.pilothouse.actions.schema.JsonTree;
import dev.pilothouse.model.Json;
import dev.pilothouse.spi.Preview;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A mail as people may see it before it is sent.
///
/// @param from its sender
record MailPreview(Mail mail, InternetAddress from) {
  Preview preview() {
    String sentence = "Sends the mail '%s' to %s.".formatted(mail.subject(), recipients());
    return new Preview(sentence, details(), Optional.empty());
  }

  private String recipients() {
    return mail.recipients().stream()
        .map(InternetAddress::getAddress)
        .collect(Collectors.joining(", "));
  }

  private Json details() {
    ObjectNode details = JsonTree.object();
    ObjectNode sent = details.putArray("sends").addObject();
    sent.put("from", from.toUnicodeString());
    addresses(sent, "to", mail.to());
    addresses(sent, "cc", mail.cc());
    addresses(sent, "bcc", mail.bcc());
    sent.put("subject", mail.subject());
    mail.text().ifPresent(text -> sent.put("text", text));
    mail.html().ifPresent(html -> sent.put("html", html));
    return JsonTree.text(details);
  }

  private static void addresses(ObjectNode sent, String name, List<InternetAddress> addresses) {
    if (!addresses.isEmpty()) {
      ArrayNode list = sent.putArray(name);
      addresses.forEach(address -> list.add(address.toUnicodeString()));
    }
  }
}
