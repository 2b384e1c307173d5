package centralcommand.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.ledger.Commit;
import centralcommand.ledger.Ledger;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.LedgerTestKit;
import centralcommand.ledger.Notes.Kind;
import centralcommand.ledger.Notes.Note;
import centralcommand.ledger.proof.Checkpoint;
import centralcommand.ledger.proof.KeyFile;
import centralcommand.ledger.proof.SignedNote;
import centralcommand.ledger.sqlite.SqliteLedger;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Keys are changed while others sign: none is lost, and each signs only what it is in force for. */
@Timeout(120)
class KeysUnderLoadTest {
    private static final int CHANGES = 15;

    @TempDir
    private Path folder;

    private Path file(String name) {
        return folder.resolve(name);
    }

    private SqliteLedger open() {
        return SqliteLedger.open(file("ledger.db"), Clock.systemUTC());
    }

    private Checkpoints signing(Ledger ledger) {
        return Checkpoints.signedWith(file("ledger-key"), ledger);
    }

    private static void record(Ledger ledger, String stream) {
        ledger.append(Commit.of(LedgerTestKit.event(stream, ledger.lastSequence(stream) + 1)));
    }

    @Test
    void in_one_process_with_two_handles_on_the_ledger() throws Exception {
        try (var ledger = open();
                var other = open()) {
            signAndRecordWhile(ledger, () -> {
                for (var n = 0; n < CHANGES; n++) {
                    signing(other).rotateKey();
                }
                return 0;
            });
            assertSound(ledger, 1 + CHANGES);
        }
    }

    @Test
    void in_two_processes_that_change_it_while_a_third_signs() throws Exception {
        try (var ledger = open()) {
            signAndRecordWhile(ledger, () -> {
                var one = RotatingProcess.start(file("ledger.db"), file("ledger-key"), CHANGES);
                var two = RotatingProcess.start(file("ledger.db"), file("ledger-key"), CHANGES);
                return one.waitFor() + two.waitFor();
            });
            assertSound(ledger, 1 + 2 * CHANGES);
        }
    }

    private void signAndRecordWhile(Ledger ledger, Callable<Integer> work) throws Exception {
        record(ledger, "a");
        signing(ledger).upToDate();
        var over = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var signers = Stream.of("b", "c")
                    .map(stream -> threads.submit(() -> {
                        var checkpoints = signing(ledger);
                        while (!over.get()) {
                            record(ledger, stream);
                            checkpoints.upToDate();
                            assertThat(checkpoints.alarm()).isEmpty();
                        }
                    }))
                    .toList();
            try {
                assertThat(work.call()).isZero();
            } finally {
                over.set(true);
            }
            for (var signer : signers) {
                signer.get();
            }
        }
    }

    private void assertSound(Ledger ledger, int keys) {
        var checkpoints = signing(ledger);
        record(ledger, "a");
        checkpoints.upToDate();
        var history = checkpoints.keys().orElseThrow();
        assertThat(history.introductions()).hasSize(keys);
        assertThat(KeyFile.at(file("ledger-key")).read().verifierKey()).isEqualTo(history.current());
        assertThat(file("ledger-key.next")).doesNotExist();
        assertThat(checkpoints.alarm()).isEmpty();

        var largest = 0L;
        for (var note : ledger.notes().after(0, Integer.MAX_VALUE)) {
            if (note.kind() == Kind.CHECKPOINT) {
                assertThat(history.checkpoint(SignedNote.parse(note.text())))
                        .as("note %d, of %d commits", note.id(), note.size())
                        .isPresent();
                largest = Math.max(largest, note.size());
            } else {
                assertThat(note.size() == 0 || note.size() > largest)
                        .as("note %d introduces a key from %d, and %d are signed", note.id(), note.size(), largest)
                        .isTrue();
            }
        }
    }

    @Test
    void two_services_with_a_key_each_introduce_one_first_key() throws Exception {
        for (var round = 0; round < 20; round++) {
            var ledgerFile = file("first-" + round + ".db");
            try (var ledger = SqliteLedger.open(ledgerFile, Clock.systemUTC());
                    var other = SqliteLedger.open(ledgerFile, Clock.systemUTC())) {
                record(ledger, "a");
                var start = new CyclicBarrier(2);
                var signed = new ArrayList<Note>();
                var refused = new ArrayList<String>();
                try (var threads = Executors.newFixedThreadPool(2)) {
                    var both = List.of(
                            threads.submit(() -> first(start, ledger, file("left-" + ledgerFile.getFileName()))),
                            threads.submit(() -> first(start, other, file("right-" + ledgerFile.getFileName()))));
                    for (var one : both) {
                        try {
                            signed.add(one.get());
                        } catch (ExecutionException e) {
                            assertThat(e).hasCauseInstanceOf(LedgerException.class);
                            refused.add(String.valueOf(e.getMessage()));
                        }
                    }
                }

                assertThat(ledger.notes().keys()).hasSize(1);
                assertThat(Checkpoints.of(ledger)
                                .keys()
                                .orElseThrow()
                                .checkpoint(SignedNote.parse(signed.getFirst().text())))
                        .map(Checkpoint::size)
                        .contains(1L);
                // The one who comes second finds the checkpoint made already, or is told why he cannot sign.
                assertThat(refused)
                        .allSatisfy(why ->
                                assertThat(why).containsAnyOf("but the key of the ledger is", "There is no key file"));
            }
        }
    }

    private static Note first(CyclicBarrier start, Ledger ledger, Path key) throws Exception {
        start.await();
        return Checkpoints.signedWith(key, ledger).upToDate().orElseThrow();
    }
}
