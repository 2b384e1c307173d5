package centralcommand.ledger.copy;

import static centralcommand.ledger.LedgerTestKit.event;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.ledger.CommandKey;
import centralcommand.ledger.Commit;
import centralcommand.ledger.LedgerTestKit;
import centralcommand.ledger.checkpoint.Checkpoints;
import centralcommand.ledger.sqlite.SqliteLedger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What this module writes is what the verifier, which shares nothing with it, expects by the format alone. */
class VerifiedTest {
    @TempDir
    private Path folder;

    private record Said(int exit, String report) {}

    private static Said verify(Path file) throws IOException, InterruptedException {
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "centralcommand.verify.Verify",
                        file.toString()))
                .redirectErrorStream(true)
                .start();
        var report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), report);
    }

    private static void assertHolds(Path file) throws IOException, InterruptedException {
        var said = verify(file);
        assertThat(said.report()).contains("NOTHING IS WRONG");
        assertThat(said.exit()).isZero();
    }

    private Path written() {
        var file = folder.resolve("ledger.db");
        try (var ledger = SqliteLedger.open(file, Clock.systemUTC())) {
            var checkpoints = Checkpoints.signedWith(folder.resolve("ledger-key"), ledger);
            for (var n = 0; n < 150; n++) {
                ledger.append(Commit.of(event("long", n), event("other", n))
                        .carryingOut(new CommandKey("kim", "c-" + n, "hash")));
                if (n % 40 == 0) {
                    checkpoints.rotateKey();
                }
            }
            ledger.append(Commit.ofNothing(new CommandKey("kim", "nothing", "hash")));
            checkpoints.upToDate();
        }
        return file;
    }

    @Test
    void a_new_ledger_with_changed_keys_holds_and_so_does_its_export() throws Exception {
        var file = written();
        assertHolds(file);
        var export = folder.resolve("ledger.jsonl.gz");
        assertThat(CopyCommand.run(Clock.systemUTC(), System.out, System.err, file.toString(), export.toString()))
                .isZero();
        assertHolds(export);
    }

    @Test
    void a_ledger_of_the_first_release_holds_once_it_is_lifted() throws Exception {
        var file = folder.resolve("first.db");
        try (var packed = Objects.requireNonNull(LedgerTestKit.class.getResourceAsStream("first-release.db.gz"));
                var unpacked = new GZIPInputStream(packed)) {
            Files.copy(unpacked, file);
        }
        SqliteLedger.open(file, Clock.systemUTC()).close();
        assertHolds(file);
    }

    @Test
    void a_changed_event_does_not_hold() throws Exception {
        var file = written();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER events_no_UPDATE");
            statement.execute("UPDATE events SET payload = x'7b7d' WHERE position = 9");
        }
        var said = verify(file);
        assertThat(said.report()).contains("commit 5");
        assertThat(said.exit()).isEqualTo(1);
    }
}
