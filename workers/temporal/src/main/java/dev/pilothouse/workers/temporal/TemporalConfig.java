package dev.pilothouse.workers.temporal;

/// Settings of the connection to Temporal.
///
/// @param target host and port of the frontend, such as `temporal.example:7233`
/// @param namespace must exist
/// @param ui address of Temporal's own page, for links; empty when there is none
/// @param tls encrypt the connection; implied by an API key or a certificate
/// @param tlsCa PEM file of the authority that signed the server's certificate; empty for the JVM's
///   list
/// @param tlsCert PEM file of this client's certificate, for mTLS; goes with `tlsKey`
/// @param tlsKey PEM file (PKCS#8) of its key
/// @param tlsServerName the name to expect in the server's certificate; empty for the target's host
/// @param apiKey for Temporal Cloud; empty for none
public record TemporalConfig(
    String target,
    String namespace,
    String ui,
    boolean tls,
    String tlsCa,
    String tlsCert,
    String tlsKey,
    String tlsServerName,
    String apiKey) {

  public TemporalConfig {
    if (!target.matches("\\S+:\\d{1,5}")) {
      throw new IllegalArgumentException(
          "expected 'target' as HOST:PORT, but found '" + target + "'");
    }
    if (namespace.isBlank()) {
      throw new IllegalArgumentException("expected a name in 'namespace', but it is empty");
    }
    if (tlsCert.isEmpty() != tlsKey.isEmpty()) {
      throw new IllegalArgumentException("expected 'tls-cert' and 'tls-key' both, but found one");
    }
  }

  public static TemporalConfig defaults() {
    return new TemporalConfig("127.0.0.1:7233", "default", "", false, "", "", "", "", "");
  }

  /// The namespace in Temporal's own page; empty when there is no page.
  public String namespacePage() {
    return ui.isEmpty() ? "" : ui.replaceAll("/+$", "") + "/namespaces/" + namespace;
  }

  boolean encrypted() {
    return tls || !tlsCa.isEmpty() || !tlsCert.isEmpty() || !apiKey.isEmpty();
  }
}
