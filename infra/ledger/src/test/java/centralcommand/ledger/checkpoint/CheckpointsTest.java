package centralcommand.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centralcommand.ledger.Commit;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.LedgerTestKit;
import centralcommand.ledger.Notes.Kind;
import centralcommand.ledger.Notes.Note;
import centralcommand.ledger.SteppingClock;
import centralcommand.ledger.proof.Checkpoint;
import centralcommand.ledger.proof.SignedNote;
import centralcommand.ledger.proof.SigningKey;
import centralcommand.ledger.sqlite.SqliteLedger;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was signed stays signed; what was changed since is not signed again. */
class CheckpointsTest {
    private final SteppingClock clock = new SteppingClock();

    @TempDir
    private Path folder;

    private Path file;
    private Path key;
    private SqliteLedger ledger;
    private Checkpoints checkpoints;

    @BeforeEach
    void open() {
        file = folder.resolve("ledger.db");
        key = folder.resolve("ledger-key");
        ledger = SqliteLedger.open(file, clock);
        checkpoints = Checkpoints.signedWith(key, ledger);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private void record(int commits) {
        for (var n = 0; n < commits; n++) {
            ledger.append(Commit.of(LedgerTestKit.event("a", ledger.lastSequence("a") + 1)));
        }
    }

    private Checkpoint checkpoint(Note note) {
        return checkpoints
                .keys()
                .orElseThrow()
                .checkpoint(SignedNote.parse(note.text()))
                .orElseThrow();
    }

    @Test
    void nothing_is_signed_before_something_is_recorded() {
        assertThat(checkpoints.upToDate()).isEmpty();
        assertThat(checkpoints.keys()).isEmpty();
        assertThat(key).doesNotExist();
    }

    @Test
    void a_checkpoint_covers_all_that_is_recorded_and_is_made_once_for_it() {
        record(5);
        var first = checkpoints.upToDate().orElseThrow();

        assertThat(checkpoint(first))
                .isEqualTo(new Checkpoint(
                        Checkpoint.originOf(ledger.tree().nodes().node(0, 0)),
                        5,
                        ledger.tree().root(5)));
        assertThat(checkpoints.upToDate()).contains(first);
        record(2);
        assertThat(checkpoint(checkpoints.upToDate().orElseThrow()).size()).isEqualTo(7);
        assertThat(ledger.notes().after(0, 10))
                .extracting(Note::kind)
                .containsExactly(Kind.KEY, Kind.CHECKPOINT, Kind.CHECKPOINT);
    }

    @Test
    void the_key_is_its_owners_and_a_key_that_others_can_read_signs_nothing() throws Exception {
        record(1);
        checkpoints.upToDate();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");

        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        record(1);

        assertThatThrownBy(checkpoints::upToDate)
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("others");
    }

    @Test
    void a_key_is_followed_by_another_and_both_hold_for_their_time() {
        record(3);
        var before = checkpoints.upToDate().orElseThrow();
        var oldKey = checkpoints.keys().orElseThrow().current();

        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertThat(RotateKeyCommand.run(clock, out, out, file.toString(), key.toString()))
                .isZero();
        record(2);
        var after = checkpoints.upToDate().orElseThrow();

        var keys = checkpoints.keys().orElseThrow();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("From commit 4 on")
                .contains(keys.current().text());
        assertThat(keys.current()).isNotEqualTo(oldKey);
        assertThat(keys.keyAt(3)).isEqualTo(oldKey);
        assertThat(checkpoint(before).size()).isEqualTo(3);
        assertThat(checkpoint(after).size()).isEqualTo(5);
        assertThat(oldKey.verify(SignedNote.parse(after.text()))).isFalse();
    }

    @Test
    void after_a_change_of_key_what_a_witness_cosigned_late_does_not_keep_all_from_being_shown() {
        record(3);
        var early = SignedNote.parse(checkpoints.upToDate().orElseThrow().text());
        record(2);
        checkpoints.upToDate();
        checkpoints.rotateKey();
        checkpoints.keep(early);

        var shown = checkpoints.upToDate().orElseThrow();

        assertThat(checkpoint(shown).size()).isEqualTo(5);
        assertThat(checkpoints.alarm()).isEmpty();
        record(1);
        assertThat(checkpoint(checkpoints.upToDate().orElseThrow()).size()).isEqualTo(6);
    }

    /** As another machine has it. */
    @Test
    void a_copy_of_a_key_that_was_replaced_signs_and_changes_nothing() throws Exception {
        record(1);
        checkpoints.upToDate();
        var copy = folder.resolve("copy");
        Files.copy(key, copy, StandardCopyOption.COPY_ATTRIBUTES);
        checkpoints.rotateKey();
        record(1);
        var notes = ledger.notes().count();

        var elsewhere = Checkpoints.signedWith(copy, ledger);
        for (ThrowingCallable use : List.<ThrowingCallable>of(elsewhere::upToDate, elsewhere::rotateKey)) {
            assertThatThrownBy(use)
                    .isInstanceOf(LedgerException.class)
                    .hasMessageContaining("but the key of the ledger is");
        }
        assertThat(ledger.notes().count()).isEqualTo(notes);
    }

    @Test
    void a_key_that_had_its_time_and_waits_again_is_not_introduced_again() throws Exception {
        record(1);
        checkpoints.upToDate();
        var former = folder.resolve("former");
        Files.copy(key, former, StandardCopyOption.COPY_ATTRIBUTES);
        checkpoints.rotateKey();
        Files.move(former, folder.resolve("ledger-key.next"));

        assertThatThrownBy(checkpoints::rotateKey)
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("was introduced before");
        assertThat(checkpoints.keys().orElseThrow().introductions()).hasSize(2);
    }

    @Test
    void a_note_that_is_no_checkpoint_is_named_by_the_alarm_and_nothing_is_signed_after_it() {
        record(1);
        checkpoints.upToDate();
        ledger.notes().keep(Kind.CHECKPOINT, 1, "rubbish");

        assertThat(checkpoints.alarm())
                .hasValueSatisfying(said -> assertThat(said).startsWith("Note 3 of the ledger is no checkpoint"));
        assertThatThrownBy(checkpoints::upToDate)
                .isInstanceOf(LedgerException.class)
                .hasMessageStartingWith("Note 3 of the ledger is no checkpoint");
        assertThatThrownBy(Checkpoints.of(ledger)::upToDate).isInstanceOf(LedgerException.class);
    }

    @Test
    void a_note_that_introduces_no_key_is_named_by_the_alarm_and_nothing_is_signed_after_it() {
        record(1);
        checkpoints.upToDate();
        ledger.notes().keep(Kind.KEY, 2, "rubbish\n");
        record(1);

        assertThat(checkpoints.alarm())
                .hasValueSatisfying(said ->
                        assertThat(said).startsWith("Note 3 of the ledger introduces no key that can be believed"));
        assertThatThrownBy(checkpoints::keys)
                .isInstanceOf(LedgerException.class)
                .hasMessageStartingWith("Note 3 of the ledger introduces no key");
        assertThatThrownBy(checkpoints::upToDate).isInstanceOf(LedgerException.class);
    }

    @Test
    void a_checkpoint_that_the_key_did_not_sign_is_an_alarm() {
        record(1);
        var real = checkpoint(checkpoints.upToDate().orElseThrow());
        var forger = SigningKey.generate(real.origin());
        ledger.notes().keep(Kind.CHECKPOINT, 1, forger.sign(real.text()).format());

        assertThat(checkpoints.alarm())
                .hasValueSatisfying(
                        said -> assertThat(said).startsWith("The checkpoint in note 3 is not signed by the key"));
    }

    @Test
    void an_older_copy_of_the_ledger_in_its_place_is_noticed_and_not_signed() throws Exception {
        record(3);
        checkpoints.upToDate();
        var copy = folder.resolve("copy.db");
        try (var older = SqliteLedger.open(copy, clock)) {
            older.adopt(ledger.readCommits(0, 10));
        }
        record(2);
        checkpoints.upToDate();

        try (var setBack = SqliteLedger.open(copy, clock)) {
            assertThatThrownBy(() -> Checkpoints.signedWith(key, setBack).upToDate())
                    .isInstanceOf(LedgerException.class)
                    .hasMessageContaining("5 commits were signed for, but the ledger has only 3");
        }
    }

    @Test
    void another_history_of_the_same_length_is_noticed_and_not_signed() {
        record(3);
        checkpoints.upToDate();
        var other = folder.resolve("other.db");
        try (var rewritten = SqliteLedger.open(other, clock)) {
            rewritten.adopt(ledger.readCommits(0, 2));
            rewritten.append(Commit.of(LedgerTestKit.event("another", 0)));
            rewritten.append(Commit.of(LedgerTestKit.event("another", 1)));

            assertThatThrownBy(() -> Checkpoints.signedWith(key, rewritten).upToDate())
                    .isInstanceOf(LedgerException.class)
                    .hasMessageContaining("The first 3 commits are not those that were signed for");
        }
    }

    @Test
    void the_key_of_another_ledger_signs_nothing_here() {
        record(1);
        checkpoints.upToDate();
        try (var stranger = SqliteLedger.open(folder.resolve("stranger.db"), clock)) {
            stranger.append(Commit.of(LedgerTestKit.event("stranger", 0)));
            var otherKey = folder.resolve("stranger-key");
            assertThat(Checkpoints.signedWith(otherKey, stranger).upToDate()).isPresent();
            record(1);

            assertThatThrownBy(() -> Checkpoints.signedWith(otherKey, ledger).upToDate())
                    .isInstanceOf(LedgerException.class);
        }
    }

    @Test
    void where_the_key_is_elsewhere_what_was_signed_is_shown_and_nothing_is_signed() {
        record(2);
        checkpoints.upToDate();
        record(1);

        var elsewhere = Checkpoints.of(ledger);

        assertThat(List.of(elsewhere.upToDate().orElseThrow()))
                .extracting(Note::size)
                .containsExactly(2L);
        assertThatThrownBy(elsewhere::rotateKey).isInstanceOf(LedgerException.class);
    }
}
