package centralcommand.ledger.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.ledger.Commit;
import centralcommand.ledger.LedgerTestKit;
import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.RecordedEvent;
import centralcommand.ledger.append.Chain;
import centralcommand.ledger.append.Tip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that the first release wrote, with the shipped sample in it, is read by this one and by every later one. */
class FirstReleaseTest {
    private static final int COMMITS = 519;
    private static final int EVENTS = 547;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void unpack() throws IOException {
        file = folder.resolve("ledger.db");
        try (var packed = Objects.requireNonNull(LedgerTestKit.class.getResourceAsStream("first-release.db.gz"));
                var unpacked = new GZIPInputStream(packed)) {
            Files.copy(unpacked, file);
        }
    }

    @Test
    void it_is_lifted_with_every_event_at_its_place_and_chained_from_the_first_commit() {
        try (var ledger = SqliteLedger.open(file, Clock.systemUTC())) {
            var events = ledger.read(0, 10_000);
            assertThat(events)
                    .extracting(RecordedEvent::position)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, EVENTS).boxed().toList());
            var commits = ledger.readCommits(0, 10_000);
            assertThat(commits)
                    .hasSize(COMMITS)
                    .flatExtracting(RecordedCommit::events)
                    .isEqualTo(events);
            assertThat(commits).allSatisfy(commit -> assertThat(commit.epoch()).isEqualTo(1));
            var chain = new Chain(Tip.OF_EMPTY);
            for (var commit : commits) {
                assertThat(chain.add(1, commit.recordedAt(), commit.command(), commit.events())
                                .commit())
                        .isEqualTo(commit);
            }
        }
    }

    @Test
    void it_goes_on_where_it_stopped_and_is_lifted_once() {
        RecordedCommit added;
        try (var ledger = SqliteLedger.open(file, Clock.systemUTC())) {
            added = ledger.append(Commit.of(LedgerTestKit.event("new/stream", 0)));
            assertThat(added.number()).isEqualTo(COMMITS + 1);
            assertThat(added.lastPosition()).isEqualTo(EVENTS + 1);
        }
        try (var ledger = SqliteLedger.open(file, Clock.systemUTC())) {
            assertThat(ledger.readCommits(COMMITS, 10)).containsExactly(added);
            assertThat(ledger.findCommand("energy", "no-such-command")).isEmpty();
        }
    }
}
