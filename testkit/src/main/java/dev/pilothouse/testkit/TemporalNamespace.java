package dev.pilothouse.testkit;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// Gives a test class a namespace of its own on a real Temporal server.
///
/// ```java
/// @RegisterExtension static final TemporalNamespace temporal = TemporalNamespace.ofItsOwn();
/// ```
///
/// Register it on a static field. Nothing cleans the namespace up: the server forgets it when the
/// build ends. Workers that a test starts, the test stops.
public final class TemporalNamespace implements RealPart {

  private static final Namespace NAMESPACE = Namespace.create(TemporalNamespace.class);

  private Optional<Registered> registered = Optional.empty();

  private TemporalNamespace() {}

  public static TemporalNamespace ofItsOwn() {
    return new TemporalNamespace();
  }

  /// `host:port` of the server's gRPC.
  public String target() {
    return registered().target();
  }

  public String name() {
    return registered().name();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    registered =
        Optional.of(
            context
                .getStore(NAMESPACE)
                .computeIfAbsent(this, _ -> register(context), Registered.class));
  }

  private static Registered register(ExtensionContext context) {
    var of = context.getRequiredTestClass().getSimpleName().toLowerCase(Locale.ROOT);
    var name = of + "-" + UUID.randomUUID().toString().substring(0, 8);
    var target = RealTemporal.target();
    NamespaceRegistration.at(target, name);
    return new Registered(target, name);
  }

  private Registered registered() {
    return registered.orElseThrow(() ->
        new IllegalStateException(
            "expected this namespace on a static field with @RegisterExtension, but its class"
                + " has not begun"));
  }

  private record Registered(String target, String name) {}
}
