package dev.pilothouse.app;

import static dev.pilothouse.testkit.Fault.failsWith;
import static dev.pilothouse.testkit.Fault.hangsUp;
import static dev.pilothouse.testkit.Moment.BEFORE_ANSWERING;

import dev.pilothouse.app.RunningHouse.Answer;
import dev.pilothouse.testkit.HttpAnswer;
import dev.pilothouse.testkit.ReceivedRequest;
import dev.pilothouse.testkit.RecordingHttpServer;
import dev.pilothouse.testkit.Wait;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// A company that leases and services coffee machines, with a morning's work in its house: records,
/// automations, and runs in every state.
final class HarbourAndFinch {
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final String SAGA = "deal/D-2207";

  private final Admin admin;
  private final RecordingHttpServer outside;
  private final Map<String, String> automations = new HashMap<>();
  private final Map<String, String> runs = new HashMap<>();

  /// @param outside what its payment provider, its billing and its suppliers are
  HarbourAndFinch(RunningHouse house, RecordingHttpServer outside) {
    admin = new Admin(house, "Back office");
    this.outside = outside;
  }

  /// One whole morning.
  HarbourAndFinch atWork() {
    outside.answering(HarbourAndFinch::answer);
    ok(admin.patch("/v1/company", "{\"name\": \"Harbour & Finch\"}"));
    withoutTheExample();
    make();
    depositOfWhichNobodyKnows();
    customers();
    leases();
    visits();
    machines();
    orders();
    refused();
    standStill();
    keys();
    return this;
  }

  /// The id of an automation, by the file it was made of.
  String automation(String file) {
    return Objects.requireNonNull(automations.get(file), file);
  }

  /// The id of a run that stands so.
  String run(String state) {
    return Objects.requireNonNull(runs.get(state), state);
  }

  /// The id of the newest event of this type about this subject.
  String event(String type, String subject) {
    return items("/v1/events?type=" + type + "&subject=" + subject)
        .getFirst()
        .path("id")
        .asString();
  }

  /// The id of one task.
  String task() {
    return items("/v1/tasks?q=Onboard").getFirst().path("id").asString();
  }

  private static HttpAnswer answer(ReceivedRequest request) {
    return switch (request.path()) {
      case "/billing/invoices" -> invoice(request.body());
      case "/depot/loans" -> HttpAnswer.status(503);
      default -> HttpAnswer.json("{\"accepted\": true, \"number\": \"HF-2026-0412\"}");
    };
  }

  private static HttpAnswer invoice(String body) {
    return body.contains("\"vat\":\"\"")
        ? new HttpAnswer(
            422,
            Map.of("Content-Type", "application/json"),
            "{\"error\": \"The customer has no VAT number.\"}")
        : HttpAnswer.json("{\"number\": \"HF-2026-0413\", \"state\": \"open\"}");
  }

  /// It answers every event, which would hide what is to be seen.
  private void withoutTheExample() {
    items("/v1/automations?q=Acknowledge")
        .forEach(it -> post("/v1/automations/" + it.path("id").asString() + "/archive", "{}"));
  }

  private void make() {
    for (String file :
        List.of(
            "onboard", "deposit", "visit", "descale", "greet", "parts", "route", "unpaid",
            "thank")) {
      Answer made = ok(admin.postYaml("/v1/automations", definition(file)));
      automations.put(file, made.json().path("id").asString());
    }
    automations.keySet().stream()
        .filter(file -> !file.equals("thank"))
        .forEach(file -> publish(file, "As agreed in the team meeting"));
    draft("greet", "greet-2");
    publish("greet", "A call within two days");
    draft("greet", "greet-3");
    draft("thank", "thank-half-done");
    post(
        at("unpaid", "/pause"),
        "{\"reason\": \"The bank sends payments twice since Friday, see the minutes\"}");
  }

  /// The connection is cut after the money was sent: nobody but a person can know.
  private void depositOfWhichNobodyKnows() {
    outside.next(hangsUp(BEFORE_ANSWERING));
    send(
        "lease.ended",
        "lease/L-1187",
        """
        {"customer": "Tram 7 Roasters", "deposit": 1450, "damage": 166, "iban": "NL20 INGB 0001 2345 67"}\
        """);
    keep("unknown", "deposit", "needs_person");
  }

  private void customers() {
    create("companies", company("C-31", "Hotel Noordzee", "noordzee.example", "NL"));
    create("companies", company("C-32", "Bakkerij Oost", "bakkerij-oost.example", "NL"));
    create("companies", company("C-33", "Café Lindqvist", "lindqvist.example", "SE"));
    create("companies", company("C-34", "Tram 7 Roasters", "tram7.example", "NL"));
    create("contacts", contact("P-71", "Saga Lindqvist", "saga@lindqvist.example", "C-33"));
    create("contacts", contact("P-72", "Jan Bakker", "jan@bakkerij-oost.example", "C-32"));
    create("contacts", contact("P-73", "Maud Peeters", "maud@noordzee.example", "C-31"));
    create("contacts", contact("P-74", "Elif Kaya", "elif@tram7.example", "C-34"));
    create("tasks", task("Renew the insurance of the van", Duration.ofDays(-2)));
    create("tasks", task("Order filters for the depot", Duration.ofDays(3)));
    create("tasks", task("Invite Hotel Noordzee to the tasting", Duration.ofDays(9)));
  }

  private void leases() {
    create("deals", deal("D-2205", "14 machines for Hotel Noordzee", 61_200, "C-31", "P-73"));
    create("deals", deal("D-2206", "Two machines and a grinder", 12_840, "C-32", "P-72"));
    create("deals", deal("D-2207", "One machine, three years", 4_320.5, "C-33", "P-71"));
    create("deals", deal("D-2208", "Beans for the office", 640, "C-34", "P-74"));
    create("deals", deal("D-2209", "Grinder on trial", 1_180, "C-32", "P-72"));
    stage("D-2208", "won");
    whoseBillingFailsTwice("D-2205");
    for (String deal : List.of("D-2206", "D-2209", "D-2207")) {
      stage(deal, "won");
    }
    stage("D-2207", "offer");
    stage("D-2207", "won");
    keep("waiting", "onboard", "waiting&subject=" + SAGA);
    keep("queued", "onboard", "queued");
    order(keep("paused", "onboard", "waiting&subject=deal/D-2206"), "pause", "Jan is on holiday");
    order(keep("cancelled", "onboard", "waiting&subject=deal/D-2209"), "cancel", "He sent it back");
    admin.awaitState(run("cancelled"), "cancelled");
  }

  private void whoseBillingFailsTwice(String deal) {
    outside.next(hangsUp(BEFORE_ANSWERING), failsWith(503));
    stage(deal, "won");
    String run = keep("tried again", "onboard", "waiting&subject=deal/" + deal);
    Wait.until(
        "its billing is set up",
        SOON,
        () -> admin.step(run, "billing").path("state").asString().equals("finished"));
  }

  private void visits() {
    send("service.visit.done", "visit/V-904", visit("Hotel Noordzee", "NL001234567B01", 2, 84.5));
    send("service.visit.done", "visit/V-905", visit("Bakkerij Oost", "NL007654321B01", 1, 12));
    send(
        "service.visit.done",
        "visit/V-906",
        "{\"customer\": \"Tram 7 Roasters\", \"hours\": 3, \"parts\": 140.25}");
    keep("failed", "visit", "failed");
  }

  private void machines() {
    for (int number = 1; number <= 12; number++) {
      send(
          "machine.descale_due",
          "machine/M-" + (330 + number),
          """
          {"model": "Aurora 2", "site": "Hotel Noordzee, floor %d", "cups": %d}\
          """
              .formatted(number, 4_880 + number * 31));
    }
    send(
        "machine.broken",
        "machine/M-341",
        """
        {"model": "Aurora 2", "site": "Café Lindqvist", "contract": "full", "says": "Pump does not start"}\
        """);
    keep("finished", "descale", "finished");
    keep("retrying", "route", "waiting");
  }

  private void orders() {
    send(
        "stock.low",
        "depot/amsterdam",
        "{\"parts\": [\"pump 230 V\", \"seal 58 mm\", \"filter\", \"milk hose\", \"drip tray\", \"burr set\"]}");
    keep("loop", "parts", "finished");
  }

  /// What an old bridge to the scales in the roastery sends: it never became an event.
  private void refused() {
    for (String wrong :
        List.of(
            "{\"specversion\": \"0.3\", \"id\": \"1\", \"source\": \"https://scales.harbour-finch.example\", \"type\": \"beans.weighed\"}",
            "{\"specversion\": \"1.0\", \"id\": \"2\", \"source\": \"https://scales.harbour-finch.example\", \"time\": \"yesterday\"}")) {
      Answer answer = admin.post("/v1/events", wrong);
      if (answer.status() != 400) {
        throw new AssertionError(answer.status() + ": " + answer.whole().body());
      }
    }
  }

  private void standStill() {
    Wait.until("nothing runs", SOON, () -> items("/v1/runs?state=running&limit=1").isEmpty());
  }

  private void keys() {
    post("/v1/keys", "{\"name\": \"Planning board\", \"role\": \"member\"}");
    String old =
        post("/v1/keys", "{\"name\": \"Nightly import of the ERP\", \"role\": \"builder\"}")
            .path("id")
            .asString();
    post("/v1/keys/" + old + "/withdraw", "{}");
  }

  private void publish(String file, String note) {
    post(at(file, "/publish"), "{\"note\": \"" + note + "\"}");
  }

  private void draft(String file, String text) {
    String seen = admin.get(at(file, "/draft")).header("ETag");
    ok(admin.putYaml(at(file, "/draft"), definition(text), "If-Match", seen));
  }

  private String at(String file, String path) {
    return "/v1/automations/" + automation(file) + path;
  }

  private void create(String list, String fields) {
    post("/v1/" + list, fields);
  }

  private static String company(String id, String name, String domain, String country) {
    return """
    {"id": "%s", "name": "%s", "domain": "%s", "country": "%s", "owner": "Priya Raman"}\
    """
        .formatted(id, name, domain, country);
  }

  private static String contact(String id, String name, String email, String company) {
    return """
    {"id": "%s", "name": "%s", "email": "%s", "company_id": "%s", "phone": "+31 20 555 01 %s", "owner": "Priya Raman"}\
    """
        .formatted(id, name, email, company, id.substring(2));
  }

  private static String task(String title, Duration from) {
    return """
    {"title": "%s", "assignee": "admin@localhost", "due": "%s"}\
    """
        .formatted(title, Instant.now().plus(from));
  }

  private static String deal(
      String id, String name, double amount, String company, String contact) {
    return """
    {"id": "%s", "name": "%s", "stage": "offer", "amount": %s, "currency": "EUR", "company_id": "%s", "contact_id": "%s",
      "owner": "Priya Raman", "closes_on": "2026-12-18"}\
    """
        .formatted(id, name, amount, company, contact);
  }

  private static String visit(String customer, String vat, int hours, double parts) {
    return """
    {"customer": "%s", "vat": "%s", "hours": %d, "parts": %s}\
    """
        .formatted(customer, vat, hours, parts);
  }

  private void stage(String deal, String stage) {
    ok(admin.patch("/v1/deals/" + deal, "{\"stage\": \"" + stage + "\"}"));
  }

  private void send(String type, String subject, String data) {
    post(
        "/v1/events",
        """
        {"specversion": "1.0", "id": "%s", "source": "https://erp.harbour-finch.example", "type": "%s", "subject": "%s", "data": %s}\
        """
            .formatted(UUID.randomUUID(), type, subject, data));
  }

  private void order(String run, String order, String reason) {
    post("/v1/runs/" + run + "/" + order, "{\"reason\": \"" + reason + "\"}");
  }

  /// Waits for a run of this automation that stands so, and remembers it by its name.
  private String keep(String name, String file, String state) {
    String query = "/v1/runs?automation=" + automation(file) + "&state=" + state;
    Wait.until("a run of '" + file + "' is " + name, SOON, () -> !items(query).isEmpty());
    String run = items(query).getFirst().path("id").asString();
    runs.put(name, run);
    return run;
  }

  private List<JsonNode> items(String query) {
    return ok(admin.get(query)).json().path("items").valueStream().toList();
  }

  private JsonNode post(String path, String body) {
    return ok(admin.post(path, body)).json();
  }

  private static Answer ok(Answer answer) {
    if (answer.status() >= 300) {
      throw new AssertionError(answer.status() + ": " + answer.whole().body());
    }
    return answer;
  }

  private String definition(String file) {
    String name = "/harbour-and-finch/" + file + ".yaml";
    try (InputStream text = HarbourAndFinch.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(text, name).readAllBytes(), StandardCharsets.UTF_8)
          .replace("http://outside", outside.url("").toString());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
