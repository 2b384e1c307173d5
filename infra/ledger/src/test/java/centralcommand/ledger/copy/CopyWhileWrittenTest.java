package centralcommand.ledger.copy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.ledger.Commit;
import centralcommand.ledger.Ledger;
import centralcommand.ledger.LedgerTestKit;
import centralcommand.ledger.Notes.Kind;
import centralcommand.ledger.Notes.Note;
import centralcommand.ledger.ReadableLedger;
import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.SteppingClock;
import centralcommand.ledger.checkpoint.Checkpoints;
import centralcommand.ledger.proof.Hash;
import centralcommand.ledger.sqlite.SqliteLedger;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy that is taken while the system runs holds no checkpoint of more commits than it has, so what is restored from it can be sealed. */
class CopyWhileWrittenTest {
    private final SteppingClock clock = new SteppingClock();

    @TempDir
    private Path folder;

    private Ledger ledger;
    private Checkpoints checkpoints;

    @BeforeEach
    void record() {
        ledger = SqliteLedger.open(folder.resolve("ledger.db"), clock);
        checkpoints = Checkpoints.signedWith(folder.resolve("ledger-key"), ledger);
        work();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private void work() {
        ledger.append(Commit.of(LedgerTestKit.event("a", ledger.lastSequence("a") + 1)));
        checkpoints.upToDate();
    }

    /** Others record and seal after each time that it was read. */
    private final class Busy implements CopySource {
        private final CopySource source = new LedgerSource(ReadableLedger.of(ledger));
        private int left = 5;

        private <T> T busy(T read) {
            if (left-- > 0) {
                work();
            }
            return read;
        }

        @Override
        public OptionalLong commits() {
            return source.commits();
        }

        @Override
        public OptionalLong lastNote() {
            return busy(source.lastNote());
        }

        @Override
        public List<RecordedCommit> readCommits(long afterNumber, int limit) {
            var read = source.readCommits(afterNumber, limit);
            // Until the end is reached once, so that there is one; then what comes in after it.
            return read.isEmpty() || left > 2 ? busy(read) : read;
        }

        @Override
        public boolean hasNotesAtOnce() {
            return source.hasNotesAtOnce();
        }

        @Override
        public List<Note> readNotes(long afterId, int limit) {
            return source.readNotes(afterId, limit);
        }

        @Override
        public Optional<Hash> root() {
            return source.root();
        }

        @Override
        public void close() {}
    }

    @Test
    void an_export_can_be_restored_and_sealed_again() throws Exception {
        var export = folder.resolve("export.jsonl");
        var restored = folder.resolve("new/ledger.db");
        try (var target = new ExportTarget(export)) {
            LedgerCopy.copy(new Busy(), target, commits -> {});
        }
        assertThat(CopyCommand.run(
                        clock,
                        new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
                        System.err,
                        export.toString(),
                        restored.toString()))
                .isZero();

        assertCanBeSealed(restored);
    }

    @Test
    void a_backup_can_be_sealed_again_and_brought_up_to_date() throws Exception {
        var backup = folder.resolve("new/ledger.db");
        for (var times = 0; times < 2; times++) {
            try (var target = new LedgerTarget(SqliteLedger.open(backup, clock))) {
                LedgerCopy.copy(new Busy(), target, commits -> {});
            }
        }

        assertCanBeSealed(backup);
    }

    private void assertCanBeSealed(Path copy) throws Exception {
        var key = copy.resolveSibling("ledger-key");
        Files.copy(folder.resolve("ledger-key"), key, StandardCopyOption.COPY_ATTRIBUTES);
        try (var restored = SqliteLedger.open(copy, clock)) {
            assertThat(restored.commits()).isLessThan(ledger.commits());
            assertThat(restored.notes().latest(Kind.CHECKPOINT).orElseThrow().size())
                    .isLessThanOrEqualTo(restored.commits());
            assertThat(Checkpoints.signedWith(key, restored)
                            .upToDate()
                            .orElseThrow()
                            .size())
                    .isEqualTo(restored.commits());
        }
    }
}
