package dev.pilothouse.builderapi;

import dev.pilothouse.model.Caller;
import dev.pilothouse.model.Role;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/// What needs more than being let in; who lacks it is told who has it.
enum Right {
  SEND_EVENTS("send events"),
  BUILD("make or publish automations"),
  OPERATE("take the wheel of runs"),
  DECIDE("say what became of an effect"),
  /// Both rights at once: it starts what was held, and vouches for what is not known.
  RELEASE("release a hold");

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
      case SEND_EVENTS -> role.maySendEvents();
      case BUILD -> role.mayBuild();
      case OPERATE -> role.mayOperate();
      case DECIDE -> role.mayDecide();
      case RELEASE -> role.mayOperate() && role.mayDecide();
    };
  }

  private String roles() {
    return Arrays.stream(Role.values())
        .filter(this::isOf)
        .map(Role::text)
        .collect(Collectors.joining(", "));
  }
}
