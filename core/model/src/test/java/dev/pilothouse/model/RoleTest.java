package dev.pilothouse.model;

import static dev.pilothouse.model.Role.ADMIN;
import static dev.pilothouse.model.Role.BUILDER;
import static dev.pilothouse.model.Role.MEMBER;
import static dev.pilothouse.model.Role.OPERATOR;
import static dev.pilothouse.model.Role.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class RoleTest {
  @Test
  void letsAdminsAndBuildersBuild() {
    assertThat(whoMay(Role::mayBuild)).containsExactly(ADMIN, BUILDER);
  }

  @Test
  void letsBuildersAndOperatorsTakeTheWheel() {
    assertThat(whoMay(Role::mayOperate)).containsExactly(ADMIN, BUILDER, OPERATOR);
  }

  @Test
  void letsReviewersAndOperatorsDecideButNotBuilders() {
    assertThat(whoMay(Role::mayDecide)).containsExactly(ADMIN, REVIEWER, OPERATOR);
  }

  @Test
  void letsAllButViewersSendEvents() {
    assertThat(whoMay(Role::maySendEvents))
        .containsExactly(ADMIN, BUILDER, REVIEWER, OPERATOR, MEMBER);
  }

  @Test
  void readsBackItsOwnText() {
    assertThat(Role.parse(OPERATOR.text())).contains(OPERATOR);
    assertThat(Role.parse("captain")).isEmpty();
  }

  private static List<Role> whoMay(Predicate<Role> right) {
    return Arrays.stream(Role.values()).filter(right).toList();
  }
}
