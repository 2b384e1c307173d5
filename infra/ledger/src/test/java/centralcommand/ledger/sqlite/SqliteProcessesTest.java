package centralcommand.ledger.sqlite;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.ledger.RecordedEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What only other processes can show: that a killed one loses nothing, and that two at once write one history. */
@Timeout(120)
class SqliteProcessesTest {
    private static final int KILLS = 5;
    private static final long SEED = 20260301;

    @TempDir
    private Path folder;

    @Test
    void a_killed_process_loses_no_acknowledged_commit_and_leaves_no_half_one() throws Exception {
        var file = folder.resolve("ledger.sqlite");
        var random = new Random(SEED);
        var acknowledged = new ArrayList<String>();
        for (var kill = 0; kill < KILLS; kill++) {
            acknowledged.addAll(appendUntilKilled(file, "p" + kill, 20 + random.nextInt(200)));
            assertEverythingIsThere(file, acknowledged);
        }
    }

    private static List<String> appendUntilKilled(Path file, String name, int killAfter) throws Exception {
        var acknowledged = new ArrayList<String>();
        try (var process = AppendingProcess.start(file, name, Integer.MAX_VALUE)) {
            process.go();
            while (acknowledged.size() < killAfter) {
                acknowledged.add(requireNonNull(process.nextAcknowledged(), "the process ended by itself"));
            }
            process.kill();
            // What it had acknowledged by the time of its death counts too; a last line may have been cut off.
            for (var id = process.nextAcknowledged(); id != null; id = process.nextAcknowledged()) {
                if (id.startsWith(name + "-")) {
                    acknowledged.add(id);
                }
            }
            assertThat(process.awaitEnd()).as("killed by signal 9").isEqualTo(128 + 9);
        }
        return acknowledged;
    }

    private static void assertEverythingIsThere(Path file, List<String> acknowledged) {
        try (var ledger = SqliteLedger.open(file, Clock.systemUTC())) {
            for (var id : acknowledged) {
                var actor = id.substring(0, id.indexOf('-'));
                assertThat(ledger.findCommand(actor, id)).as(id).isPresent();
            }
            var history = ledger.read(0, 100_000);
            assertThat(history)
                    .extracting(RecordedEvent::position)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, history.size()).boxed().toList());
            // Commits have two events each: none is cut in half, and at most one for each kill was not acknowledged.
            assertThat(history.size() % 2).isZero();
            assertThat(history.size() / 2).isBetween(acknowledged.size(), acknowledged.size() + KILLS);
        }
    }

    @Test
    void two_processes_at_once_write_one_history() throws Exception {
        var file = folder.resolve("ledger.sqlite");
        try (var left = AppendingProcess.start(file, "left", 150);
                var right = AppendingProcess.start(file, "right", 150)) {
            left.go();
            right.go();
            assertThat(countAcknowledged(left)).isEqualTo(150);
            assertThat(countAcknowledged(right)).isEqualTo(150);
            assertThat(left.awaitEnd()).isZero();
            assertThat(right.awaitEnd()).isZero();
        }
        try (var ledger = SqliteLedger.open(file, Clock.systemUTC())) {
            var history = ledger.read(0, 100_000);
            assertThat(history)
                    .extracting(RecordedEvent::position)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 600).boxed().toList());
            assertThat(history)
                    .extracting(RecordedEvent::commit)
                    .containsExactlyElementsOf(
                            LongStream.range(2, 602).map(n -> n / 2).boxed().toList());
            for (var stream : List.of("left/left", "left/right", "right/left", "right/right")) {
                assertThat(ledger.lastSequence(stream)).isEqualTo(149);
            }
        }
    }

    private static int countAcknowledged(AppendingProcess process) throws IOException {
        var count = 0;
        while (process.nextAcknowledged() != null) {
            count++;
        }
        return count;
    }
}
