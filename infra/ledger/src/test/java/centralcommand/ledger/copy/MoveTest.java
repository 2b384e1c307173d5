package centralcommand.ledger.copy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.ledger.CommandKey;
import centralcommand.ledger.Commit;
import centralcommand.ledger.LedgerTestKit;
import centralcommand.ledger.SteppingClock;
import centralcommand.ledger.checkpoint.Checkpoints;
import centralcommand.ledger.mongo.FakeServer;
import centralcommand.ledger.sqlite.SqliteLedger;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger moves from SQLite to MongoDB and back, and is the same there and afterwards. */
class MoveTest {
    private final SteppingClock clock = new SteppingClock();

    @TempDir
    private Path folder;

    @Test
    void a_ledger_that_went_to_mongodb_and_back_has_the_same_hashes_and_notes() {
        var mongo = FakeServer.emptyDatabase();
        var original = folder.resolve("original.db");
        var back = folder.resolve("back.db");
        try (var ledger = SqliteLedger.open(original, clock)) {
            for (var n = 0; n < 300; n++) {
                ledger.append(Commit.of(LedgerTestKit.event("a", n), LedgerTestKit.event("b", n))
                        .carryingOut(new CommandKey("kim", "c-" + n, "hash")));
            }
            Checkpoints.signedWith(folder.resolve("ledger-key"), ledger).upToDate();
        }
        assertThat(copy(original.toString(), mongo)).isZero();
        assertThat(copy(mongo, back.toString())).isZero();
        try (var left = SqliteLedger.open(original, clock);
                var right = SqliteLedger.open(back, clock)) {
            assertThat(right.readCommits(0, 1_000)).hasSize(300).isEqualTo(left.readCommits(0, 1_000));
            assertThat(right.tree().root(300)).isEqualTo(left.tree().root(300));
            assertThat(right.notes().after(0, 10))
                    .hasSize(2)
                    .isEqualTo(left.notes().after(0, 10));
        }
    }

    private int copy(String from, String to) {
        var out = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        return CopyCommand.run(clock, out, out, from, to);
    }
}
