package dev.pilothouse.builderapi;

import dev.pilothouse.model.Caller;
import dev.pilothouse.model.Role;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/// What needs more than being let in; who lacks it is told who has it.
enum Right {
  SEND_EVENTS("send events"),
  /// What an event starts, anybody who may send one starts; a button is made for people.
  START("start automations"),
  KEEP_RECORDS("change records"),
  BUILD("make or publish automations"),
  /// Who may stop a run under way may stop what starts runs.
  PAUSE("pause or resume automations"),
  OPERATE("take the wheel of runs"),
  DECIDE("say what became of an effect"),
  /// Both rights at once: it starts what was held, and vouches for what is not known.
  RELEASE("release a hold"),
  KEEP_KEYS("see, make or withdraw keys"),
  KEEP_COMPANY("say what the company is called");

  private final String words;

  Right(String words) {
    this.words = words;
  }

  void require(Caller caller) {
    if (!isOf(caller.role())) {
      throw RefusedException.because(
          HttpStatus.FORBIDDEN,
          "The role '"
              + caller.role().text()
              + "' may look but not "
              + words
              + ". These roles may: "
              + roles()
              + ".");
    }
  }

  private boolean isOf(Role role) {
    return switch (this) {
      case SEND_EVENTS, START -> role.maySendEvents();
      case KEEP_RECORDS -> role.mayKeepRecords();
      case BUILD -> role.mayBuild();
      case OPERATE, PAUSE -> role.mayOperate();
      case DECIDE -> role.mayDecide();
      case RELEASE -> role.mayOperate() && role.mayDecide();
      case KEEP_KEYS -> role.mayKeepKeys();
      case KEEP_COMPANY -> role.mayKeepCompany();
    };
  }

  private String roles() {
    return Arrays.stream(Role.values())
        .filter(this::isOf)
        .map(Role::text)
        .collect(Collectors.joining(", "));
  }
}
