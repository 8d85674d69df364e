package dev.pilothouse.builderapi;

import static dev.pilothouse.model.Role.ADMIN;
import static dev.pilothouse.model.Role.BUILDER;
import static dev.pilothouse.model.Role.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompanyApiTest {
  private static final String COMPANY = "/v1/company";

  private final ApiServer api = new ApiServer();

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void tellsWhatItIsCalledAndHowFarItHasCome() {
    Reply told = api.get(VIEWER, COMPANY);

    assertThat(told.at("/name")).isEqualTo("Acme");
    assertThat(told.json().path("named").asBoolean()).isFalse();
    assertThat(told.json().path("settled").asBoolean()).isFalse();
    assertThat(told.json().path("firstAutomation").isNull()).isTrue();
  }

  @Test
  void isRenamedByAnAdministrator() {
    Reply renamed = api.patch(ADMIN, COMPANY, "{\"name\": \"  Harbour & Finch \"}");

    assertThat(renamed.at("/name")).isEqualTo("Harbour & Finch");
    assertThat(renamed.json().path("named").asBoolean()).isTrue();
    assertThat(api.company.lastActor).startsWith("key/");
    assertThat(api.patch(BUILDER, COMPANY, "{\"name\": \"Mine\"}").status()).isEqualTo(403);
  }

  @Test
  void refusesANameThatNobodyCanCallItBy() {
    assertThat(pathOfFault("{}")).isEqualTo("name");
    assertThat(pathOfFault("{\"name\": \" \"}")).isEqualTo("name");
    assertThat(pathOfFault("{\"name\": \"two\\nlines\"}")).isEqualTo("name");
    assertThat(pathOfFault("{\"name\": \"" + "x".repeat(101) + "\"}")).isEqualTo("name");
  }

  @Test
  void saysSoWhereAnotherHasTheName() {
    Reply refused = api.patch(ADMIN, COMPANY, "{\"name\": \"Taken\"}");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.at("/detail")).contains("'Taken'");
  }

  @Test
  void remembersThatTheFirstStepsAreBehindIt() {
    assertThat(api.postJson(BUILDER, COMPANY + "/settle", "").status()).isEqualTo(403);

    Reply settled = api.postJson(ADMIN, COMPANY + "/settle", "");

    assertThat(settled.json().path("settled").asBoolean()).isTrue();
    assertThat(api.send(api.asPerson("/v1/me").GET()).json().at("/tenant/settled").asBoolean())
        .isTrue();
  }

  private String pathOfFault(String body) {
    Reply refused = api.patch(ADMIN, COMPANY, body);
    assertThat(refused.status()).isEqualTo(400);
    return refused.at("/errors/0/path");
  }
}
