package centralcommand.benchmarks.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PortfolioBenchmarkTest {
    @Test
    void a_small_portfolio_is_told_changed_and_answered_about() {
        var bytes = new ByteArrayOutputStream();
        PortfolioBenchmark.run(1, new PrintStream(bytes, true, StandardCharsets.UTF_8), 5);
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .startsWith("200 milestones, 300 links, ")
                .contains("one forecast changed, every implied date again", "first page of the board");
    }
}
