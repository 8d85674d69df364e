package dev.pilothouse.app;

import static dev.pilothouse.app.Screen.at;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Every screen of the page, in a house that has work in it.
record Screens(HarbourAndFinch company) {
  private static final String NOBODY = "01934567-89ab-7000-8000-000000000002";

  List<Screen> all() {
    return Stream.of(
            front(),
            ofAutomations(),
            ofRuns(),
            ofEvents(),
            ofRecords(),
            ofThePerson(),
            ofTheShell())
        .flatMap(List::stream)
        .toList();
  }

  private List<Screen> front() {
    return List.of(
        at("Sign in", "/sign-in").seenFromOutside(),
        at("First steps, company", "/welcome?step=company"),
        at("First steps, password", "/welcome?step=password"),
        at("First steps, automation", "/welcome?step=automation"),
        at("First steps, run", "/welcome?step=run"),
        at("Home", "/"));
  }

  private List<Screen> ofAutomations() {
    return List.of(
        at("Automations", "/automations"),
        at("Automation, new", "/automations").after(clicks("New automation")),
        at("Automation, chain", of("onboard", "chain?step=billing")),
        at("Automation, chain that forks", of("route", "chain")),
        at("Automation, definition", of("greet", "definition")),
        at("Automation, definition with a problem", of("thank", "definition")),
        at("Automation, to be published", of("greet", "definition")).after(clicks("Publish…")),
        at("Automation, to be started", of("parts", "chain")).after(clicks("Order by hand…")),
        at("Automation, versions", of("greet", "versions?from=1&to=draft")),
        at("Automation, runs", of("onboard", "runs")),
        at("Automation, verdicts", of("onboard", "verdicts")),
        at("Automation, settings", of("onboard", "settings")),
        at("Automation, paused", of("unpaid", "chain")),
        at("Automation, missing", "/automations/" + NOBODY + "/chain").thatIsMissing());
  }

  private List<Screen> ofRuns() {
    return Stream.concat(
            Stream.of("finished", "failed", "waiting", "unknown", "retrying", "loop", "queued")
                .map(state -> at("Run, " + state, "/runs/" + company.run(state))),
            Stream.of(
                at("Runs", "/runs"),
                at(
                    "Run, tried again",
                    "/runs/" + company.run("tried again") + "?step=billing&tab=attempts"),
                at("Run, paused", "/runs/" + company.run("paused")),
                at("Run, cancelled", "/runs/" + company.run("cancelled")),
                at("Run, to be cancelled", "/runs/" + company.run("waiting"))
                    .after(clicks("Cancel…")),
                at("Run, to be done again", "/runs/" + company.run("failed"))
                    .after(clicks("Re-run…")),
                at("Run, missing", "/runs/" + NOBODY).thatIsMissing()))
        .toList();
  }

  private List<Screen> ofEvents() {
    return List.of(
        at("Events", "/events"),
        at("Events, refused", "/events?refused=true"),
        at("Event of a change", event("crm.deal.stage_changed", "deal/D-2207")),
        at("Event that started nothing", event("crm.deal.stage_changed", "deal/D-2208")),
        at("Event from outside", event("service.visit.done", "visit/V-906")),
        at("Event, new", "/events/new"),
        at("Event, missing", "/events/" + NOBODY).thatIsMissing(),
        at("Subject", "/events/about/deal/D-2207"));
  }

  private List<Screen> ofRecords() {
    return List.of(
        at("Contacts", "/records/contacts"),
        at("Contact", "/records/contacts/P-71"),
        at("Companies", "/records/companies"),
        at("Company", "/records/companies/C-33"),
        at("Deals", "/records/deals"),
        at("Deal", "/records/deals/D-2207"),
        at("Deal, new", "/records/deals/new"),
        at("Tasks", "/records/tasks"),
        at("Task", "/records/tasks/" + company.task()),
        at("Record, missing", "/records/deals/D-9999").thatIsMissing());
  }

  private static List<Screen> ofThePerson() {
    return List.of(
        at("Notifications", "/notifications"),
        at("Settings", "/settings"),
        at("Settings, new key", "/settings").after(clicks("New key…")),
        at("Settings, password", "/settings/password"));
  }

  private static List<Screen> ofTheShell() {
    return List.of(
        at("Palette", "/").after(looksFor("lease", "Onboard a won lease")),
        at("Palette, what can be done", "/")
            .after(looksFor("pause onb", "Pause Onboard a won lease…")),
        at("Keys", "/runs").after(presses("?")),
        at("The look", "/ui"),
        at("Not there", "/nowhere/at/all"));
  }

  private String of(String automation, String rest) {
    return "/automations/" + company.automation(automation) + "/" + rest;
  }

  private String event(String type, String subject) {
    return "/events/" + company.event(type, subject);
  }

  private static Consumer<Page> looksFor(String text, String finds) {
    return page -> {
      page.keyboard().press("Control+k");
      page.getByRole(AriaRole.COMBOBOX).last().fill(text);
      page.getByRole(AriaRole.OPTION).getByText(finds).first().waitFor();
    };
  }

  private static Consumer<Page> presses(String key) {
    return page -> {
      page.keyboard().press(key);
      page.getByRole(AriaRole.DIALOG).waitFor();
    };
  }

  private static Consumer<Page> clicks(String button) {
    return page -> {
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).first().click();
      page.getByRole(AriaRole.DIALOG).waitFor();
    };
  }
}
