package dev.pilothouse.actions.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pilothouse.actions.outside.Sending;
import dev.pilothouse.actions.schema.DescriptorFile;
import dev.pilothouse.actions.schema.InputSchema;
import dev.pilothouse.actions.schema.InvalidInput;
import dev.pilothouse.actions.schema.JsonTree;
import dev.pilothouse.model.EffectClass;
import dev.pilothouse.model.EffectId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.StepError;
import dev.pilothouse.spi.Action;
import dev.pilothouse.spi.ActionAnswer;
import dev.pilothouse.spi.ActionCall;
import dev.pilothouse.spi.ActionDescriptor;
import dev.pilothouse.spi.Preview;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Hands one mail to the mail server, once.
public final class SendMailAction implements Action.Outside {
  private static final ActionDescriptor DESCRIPTOR =
      DescriptorFile.of(SendMailAction.class, "mail.send");
  private static final InputSchema INPUT = InputSchema.of(DESCRIPTOR.input());

  private static final ActionAnswer.Failed NOT_CONFIGURED =
      new ActionAnswer.Failed(
          new StepError(
              "mail.not_configured",
              StepError.Kind.POLICY,
              "Expected a mail server to send by, but found none. Whoever runs Pilothouse names it"
                  + " by the settings 'actions.mail.host' and 'actions.mail.from', and if it asks"
                  + " for it 'actions.mail.user' and 'actions.mail.password'."));

  private final MailConfig config;
  private final MailServer server;

  public SendMailAction(MailConfig config) {
    this.config = config;
    this.server = MailServer.of(config);
  }

  @Override
  public ActionDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public EffectClass effectClass(ActionCall call) {
    return EffectClass.ONCE;
  }

  @Override
  public String host(ActionCall call) {
    return config.host();
  }

  @Override
  public ActionAnswer call(ActionCall call) throws InterruptedException {
    try {
      Mail mail = Mail.of(INPUT.read(call.input()));
      return config.isComplete() ? send(mail, call) : NOT_CONFIGURED;
    } catch (InvalidInput invalid) {
      return invalid.answer();
    }
  }

  @Override
  public Preview preview(ActionCall call) {
    try {
      Mail mail = Mail.of(INPUT.read(call.input()));
      return config.isComplete()
          ? new MailPreview(mail, config.sender()).preview()
          : Preview.ofFailure(NOT_CONFIGURED);
    } catch (InvalidInput invalid) {
      return Preview.ofFailure(invalid.answer());
    }
  }

  private ActionAnswer send(Mail mail, ActionCall call) throws InterruptedException {
    Sending sending = new Sending(call.deadline());
    return sending
        .converse(() -> handOver(mail, messageId(call.effect()), sending), () -> {})
        .orElseGet(() -> SmtpEnd.late(sending.hasBegun()));
  }

  private ActionAnswer handOver(Mail mail, String messageId, Sending sending) {
    try {
      Address[] recipients = mail.recipients().toArray(Address[]::new);
      server.take(
          ComposedMessage.of(server.session(), config.sender(), mail, messageId),
          recipients,
          sending);
      return new ActionAnswer.Done(output(mail, messageId));
    } catch (MessagingException broken) {
      return SmtpEnd.broken(broken, sending);
    }
  }

  private String messageId(EffectId effect) {
    String domain = config.sender().getAddress().replaceFirst(".*@", "");
    return "<%s@%s>".formatted(UUID.nameUUIDFromBytes(effect.toString().getBytes(UTF_8)), domain);
  }

  private static Json output(Mail mail, String messageId) {
    ObjectNode output = JsonTree.object().put("messageId", messageId);
    ArrayNode recipients = output.putArray("recipients");
    mail.recipients().forEach(recipient -> recipients.add(recipient.getAddress()));
    return JsonTree.text(output);
  }
}
