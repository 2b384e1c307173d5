package centralcommand.command.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.server.RunningService;
import centralcommand.command.server.RunningService.Answer;
import centralcommand.command.server.TestTokens;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstSliceTest {
    @TempDir
    Path folder;

    @Test
    void a_program_is_proposed_approved_promised_and_reported_on() {
        try (TestTokens tokens = new TestTokens();
                RunningService service = new RunningService(folder.resolve("ledger.db"), tokens)) {
            People people = new People(tokens);
            people.setUp(service);
            Answer answer = service.send(
                    people.energy(), "report-forecast", People.forecast("rer-upton", "rer-demo-ops", "2027-06-30"));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.types()).containsExactly("forecast-reported");
        }
    }
}
