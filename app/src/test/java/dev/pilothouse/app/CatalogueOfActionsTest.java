package dev.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.actions.ActionsConfig;
import dev.pilothouse.actions.BuiltInActions;
import dev.pilothouse.chain.DefinitionReader;
import dev.pilothouse.chain.Problem;
import dev.pilothouse.model.SourceFormat;
import dev.pilothouse.model.WrittenText;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueOfActionsTest {
  private static final DefinitionReader READER =
      new DefinitionReader(new CatalogueOfActions(new BuiltInActions(ActionsConfig.defaults())));

  @Test
  void tellsOfWhichClassesACallIsAsItIsWritten() {
    assertThat(doubted("method: POST", "retry: { attempts: 5 }")).containsExactly("steps[0].retry");
    assertThat(doubted("method: GET", "retry: { attempts: 5 }")).isEmpty();
    assertThat(doubted("method: '${event.data.method}'", "retry: { attempts: 5 }")).isEmpty();
    assertThat(doubted("method: GET", "idempotency: { header: Idempotency-Key }"))
        .containsExactly("steps[0].idempotency");
  }

  private static List<String> doubted(String with, String beside) {
    String yaml =
        """
        name: Bill
        on: [{ event: crm.deal.won }]
        steps:
          - do: http.request
            with: { url: "https://billing.example", %s }
            %s
        """
            .formatted(with, beside);
    WrittenText written = new WrittenText(SourceFormat.YAML, yaml);
    return READER.read(written).warnings().stream().map(Problem::path).toList();
  }
}
