package dev.pilothouse.bench;

import dev.pilothouse.testkit.RecordingSmtpServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A house with companies in it and a world around it: where proofs and measurements take place.
final class Scene implements AutoCloseable {
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private static final String STILL_GOING =
      "select count(*) from run where state not in ('finished', 'failed', 'cancelled', 'needs_person')";

  private final Outside outside;
  private final RecordingSmtpServer mail;
  private final House house;
  private final Tenants tenants;

  private Scene(Outside outside, RecordingSmtpServer mail, House house, Tenants tenants) {
    this.outside = outside;
    this.mail = mail;
    this.house = house;
    this.tenants = tenants;
  }

  static Scene open(Whims whims, int tenants, String... choices) {
    Outside outside = new Outside(whims);
    RecordingSmtpServer mail = new RecordingSmtpServer();
    House house = House.inThrowAwayFolder(settings(outside, mail), choices);
    var _ = house.up();
    return new Scene(outside, mail, house, Tenants.make(Rows.ofTheSystem(house), tenants));
  }

  House house() {
    return house;
  }

  Outside outside() {
    return outside;
  }

  RecordingSmtpServer mail() {
    return mail;
  }

  Tenants tenants() {
    return tenants;
  }

  Rows rows() {
    return Rows.ofTheSystem(house);
  }

  /// Whether each run has ended or waits for a person's word by then.
  boolean comesToRest(Duration within) {
    Rows rows = rows();
    return Await.orNot(
        within, () -> rows.numberIfThere(STILL_GOING).filter(count -> count == 0).isPresent());
  }

  /// The judge of all effects so far.
  EffectProof effects(Findings findings) {
    return new EffectProof(Effect.all(rows()), Seen.now(rows(), outside, mail), findings);
  }

  /// The chains' calls come here.
  Chains chains(String timeout) {
    return new Chains(outside.url(), timeout);
  }

  /// Every tenant has each of them published.
  void publish(List<Chains.Chain> chains) {
    try (Api api = new Api(ANSWER)) {
      new Publisher(api, house.url()).publish(tenants, chains);
    }
  }

  @Override
  public void close() {
    house.close();
    outside.close();
    mail.close();
  }

  private static Map<String, String> settings(Outside outside, RecordingSmtpServer mail) {
    Map<String, String> settings = new HashMap<>();
    settings.put("PILOTHOUSE_ACTIONS_HTTP_ALLOWED_HOSTS", outside.address());
    settings.put("PILOTHOUSE_ACTIONS_MAIL_HOST", mail.host());
    settings.put("PILOTHOUSE_ACTIONS_MAIL_PORT", Integer.toString(mail.port()));
    settings.put("PILOTHOUSE_ACTIONS_MAIL_FROM", "bench@example.org");
    settings.put("PILOTHOUSE_ACTIONS_MAIL_SECURITY", "none");
    return Map.copyOf(settings);
  }
}
