package centralcommand.benchmarks.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NetworkBenchmarkTest {
    @Test
    void a_small_portfolio_is_laid_out_and_passed_over() {
        var bytes = new ByteArrayOutputStream();
        NetworkBenchmark.run(1, new PrintStream(bytes, true, StandardCharsets.UTF_8), 5);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).startsWith("200 milestones, 300 links: laid out in ");
    }
}
