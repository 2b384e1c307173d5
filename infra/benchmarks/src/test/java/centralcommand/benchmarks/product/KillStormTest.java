package centralcommand.benchmarks.product;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The storm of {@code infra/benchmarks/kills}, for twenty kills. */
class KillStormTest {
    private static final Path APP =
            Path.of("../standalone/target/app").toAbsolutePath().normalize();
    private static final int KILLS = 20;

    @TempDir
    private Path folder;

    @Test
    void twenty_kills_under_load_lose_nothing_that_was_acknowledged() throws Exception {
        assertThat(Files.exists(APP.resolve("central-command.jar")))
                .as("the product is packaged before this runs")
                .isTrue();
        var said = new ByteArrayOutputStream();

        new KillStorm(APP, folder, 20261126, 22_500, new PrintStream(said, true, UTF_8)).run(KILLS);

        assertThat(said.toString(UTF_8)).contains("20 kills under 64 callers").contains("0 lost, 0 doubled");
        var acknowledged = 0L;
        for (var kill = 1; kill <= KILLS; kill++) {
            acknowledged +=
                    Files.readAllLines(folder.resolve("acknowledged-" + kill)).size();
        }
        assertThat(acknowledged)
                .as("a storm in which nothing was acknowledged shows nothing")
                .isGreaterThan(KILLS);
    }
}
