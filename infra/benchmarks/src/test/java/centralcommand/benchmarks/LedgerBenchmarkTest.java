package centralcommand.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each workload once, in seconds: what the figures are is for the command, that there are some is for the build. */
@Timeout(60)
class LedgerBenchmarkTest {
    private static final Plan TINY = Plan.quick()
            .with("--rounds", "1")
            .with("--seconds", "0.2")
            .with("--callers", "1,8")
            .with("--events", "1000")
            .with("--growth", "20000");

    @Test
    void every_engine_is_appended_to() {
        assertThat(printed(TINY, "append"))
                .contains("append, 1 caller", "append, 8 callers")
                .contains(Kind.LEDGER.title, Kind.AXON.title, Kind.MONGO.title, Kind.FILE.title)
                .doesNotContain("NaN");
    }

    @Test
    void what_was_appended_is_read_back_whole() {
        assertThat(printed(TINY, "read")).contains(Kind.LEDGER.title, Kind.AXON.title, Kind.MONGO.title);
    }

    @Test
    void growth_is_measured_in_windows() {
        assertThat(printed(TINY, "growth")).contains("slowdown", "on disk");
    }

    @Test
    void listeners_are_woken_here_and_by_another_opening_of_the_file() {
        assertThat(printed(TINY, "wake"))
                .contains("listening where it is appended", "listening by another opening of the file");
    }

    @Test
    void axon_on_postgresql_is_appended_to_and_read() {
        var address = System.getenv("BENCHMARK_POSTGRES");
        assumeTrue(address != null, "BENCHMARK_POSTGRES names no database, so Axon JDBC is not tried here.");

        var plan = TINY.with("--postgres", String.valueOf(address)).with("--engines", "ledger,postgres");
        assertThat(printed(plan, "append", "read")).contains(Kind.POSTGRES.title);
    }

    @Test
    void ids_in_the_order_of_time_rise() {
        var ids = List.of(Ids.TIME.get(), Ids.TIME.get(), Ids.TIME.get());

        assertThat(ids).isSorted().doesNotHaveDuplicates().allMatch(id -> id.charAt(14) == '7');
    }

    private static String printed(Plan plan, String... workloads) {
        var bytes = new ByteArrayOutputStream();
        LedgerBenchmark.run(plan, List.of(workloads), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
