package centralcommand.verify;

import static centralcommand.verify.Verdict.at;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.verify.finding.Kind;
import centralcommand.verify.note.TestKey;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
    private static final TestLedger LEDGER = TestLedger.standard();
    private static final String FIRST_KEY = TestLedger.FIRST_KEY.logKey(LEDGER.origin);
    private static final String SECOND_KEY = TestLedger.SECOND_KEY.logKey(LEDGER.origin);
    private static final String WITNESS = TestLedger.WITNESS_KEY.witnessKey(TestLedger.WITNESS);

    @TempDir
    Path folder;

    private Path written(TestLedger ledger) throws Exception {
        return TestExport.write(folder.resolve("ledger.jsonl"), TestExport.lines(ledger));
    }

    private String kept(String note) throws Exception {
        return Files.writeString(folder.resolve("kept.txt"), note).toString();
    }

    private static TestLedger withNote(int index, TestLedger.Note note) {
        var ledger = TestLedger.standard();
        ledger.notes.set(index, note);
        return ledger;
    }

    private static TestLedger.Note checkpoint(int size, String text) {
        return new TestLedger.Note("checkpoint", size, text);
    }

    /** The whole history from commit 15 on, written otherwise and signed anew with the same keys: nothing inside gives it away. */
    private static TestLedger rewritten() {
        return TestLedger.rewritten(commit -> commit.number() != 15
                ? commit
                : commit.withEvents(commit.events().stream()
                        .map(event -> event.withPayload("{\"amount\":\"0.00\"}"))
                        .toList()));
    }

    @Test
    void a_rewritten_history_signed_with_the_true_keys_looks_right_from_inside() throws Exception {
        Verdict.of(written(rewritten()), "--key", FIRST_KEY, "--witness", WITNESS)
                .holds();
    }

    @Test
    void a_rewritten_history_is_found_by_a_checkpoint_that_a_witness_kept() throws Exception {
        var note = LEDGER.checkpoint(30);
        var verdict = Verdict.of(
                written(rewritten()),
                "--key",
                FIRST_KEY,
                "--witness",
                WITNESS,
                "--checkpoint",
                kept(note + TestLedger.cosignature(note)));
        verdict.finds(at(Kind.WRONG_ROOT, 30));
        assertThat(verdict.out()).contains("between commit 1 and commit 30 history was rewritten");
    }

    @Test
    void only_what_was_kept_elsewhere_says_up_to_where_a_rewritten_history_is_the_old_one() throws Exception {
        var early = Files.writeString(folder.resolve("early.txt"), LEDGER.checkpoint(10));
        var verdict = Verdict.of(
                written(rewritten()), "--checkpoint", early.toString(), "--checkpoint", kept(LEDGER.checkpoint(37)));
        verdict.finds(at(Kind.WRONG_ROOT, 37));
        assertThat(verdict.out()).contains("between commit 11 and commit 37 history was rewritten");
    }

    @Test
    void what_a_named_witness_cosigned_says_so_as_well() throws Exception {
        var note = LEDGER.checkpoint(10);
        var ledger = rewritten();
        ledger.notes.set(1, checkpoint(10, note + TestLedger.cosignature(note)));
        ledger.notes.removeLast();
        var verdict = Verdict.of(written(ledger), "--witness", WITNESS, "--checkpoint", kept(LEDGER.checkpoint(37)));
        assertThat(verdict.out()).contains("between commit 11 and commit 37 history was rewritten");
    }

    @Test
    void a_history_rewritten_from_its_first_commit_is_another_ledger() throws Exception {
        var other = TestLedger.rewritten(commit -> commit.number() != 1
                ? commit
                : commit.withEvents(
                        commit.events().stream().map(e -> e.withPayload("{}")).toList()));
        Verdict.of(written(other), "--checkpoint", kept(LEDGER.checkpoint(30)))
                .findsAmongOthers(at(Kind.WRONG_ORIGIN, 0));
    }

    @Test
    void a_checkpoint_larger_than_the_ledger_shows_that_it_was_set_back() throws Exception {
        Verdict.of(
                        written(TestLedger.written(20, c -> c)),
                        "--checkpoint",
                        kept(LEDGER.checkpoint(20, TestLedger.FIRST_KEY)))
                .holds();
        var longer = TestLedger.written(24, c -> c);
        Verdict.of(written(TestLedger.written(20, c -> c)), "--checkpoint", kept(longer.checkpoint(24)))
                .finds(at(Kind.SET_BACK, 24));
    }

    @Test
    void a_kept_checkpoint_that_holds_is_named_with_its_witness_and_time() throws Exception {
        var note = LEDGER.checkpoint(40);
        var verdict = Verdict.of(
                        written(LEDGER),
                        "--key",
                        FIRST_KEY,
                        "--witness",
                        WITNESS,
                        "--checkpoint",
                        kept(note + TestLedger.cosignature(note)))
                .holds();
        assertThat(verdict.out())
                .contains("These signatures are by the key that you gave: " + FIRST_KEY + ".")
                .contains("Later ones are by keys that it has vouched for: " + SECOND_KEY + ".")
                .contains("nothing was cut off after commit 40, the last one that somebody else has vouched for")
                .contains("agency.example/witness has cosigned the first 40 commits at 2025-11-24T16:02:03Z")
                .doesNotContain("after the last checkpoint")
                .doesNotContain("another history from the start");
    }

    @Test
    void a_kept_checkpoint_signed_by_nobody_known_is_found() throws Exception {
        Verdict.of(written(LEDGER), "--checkpoint", kept(LEDGER.checkpoint(30, TestKey.create())))
                .finds(at(Kind.UNKNOWN_KEY, 30));
    }

    @Test
    void a_cosignature_alone_is_enough_if_its_witness_is_named() throws Exception {
        var text = LEDGER.checkpoint(30).substring(0, LEDGER.checkpoint(30).indexOf("\u2014"));
        var file = kept(text + TestLedger.cosignature(text));
        Verdict.of(written(LEDGER), "--checkpoint", file).finds(at(Kind.UNKNOWN_KEY, 30));
        Verdict.of(written(LEDGER), "--witness", WITNESS, "--checkpoint", file).holds();
    }

    @Test
    void a_forged_signature_in_the_ledger_is_found() throws Exception {
        var text = LEDGER.notes.get(1).text();
        var forged = text.replace(LEDGER.origin + "\n10\n", LEDGER.origin + "\n11\n");
        Verdict.of(written(withNote(1, checkpoint(11, forged)))).finds(at(Kind.FORGED_SIGNATURE, 11));
    }

    @Test
    void a_checkpoint_signed_by_a_stranger_is_found() throws Exception {
        Verdict.of(written(withNote(1, checkpoint(10, LEDGER.checkpoint(10, TestKey.create())))))
                .finds(at(Kind.UNKNOWN_KEY, 10));
    }

    @Test
    void a_checkpoint_signed_by_a_key_that_had_been_replaced_is_found() throws Exception {
        Verdict.of(written(withNote(5, checkpoint(37, LEDGER.checkpoint(37, TestLedger.FIRST_KEY)))))
                .finds(at(Kind.UNKNOWN_KEY, 37));
    }

    @Test
    void a_checkpoint_with_a_wrong_root_is_found_though_it_is_well_signed() throws Exception {
        var wrong = rewritten().checkpoint(20);
        Verdict.of(written(withNote(2, checkpoint(20, wrong)))).finds(at(Kind.WRONG_ROOT, 20));
    }

    @Test
    void a_key_that_its_predecessor_did_not_sign_for_is_found() throws Exception {
        var alone = LEDGER.keyNote(TestLedger.SECOND_KEY, 25, TestLedger.SECOND_KEY);
        Verdict.of(written(withNote(3, new TestLedger.Note("key", 25, alone))))
                .findsAmongOthers(at(Kind.BROKEN_ROTATION, 0));
    }

    @Test
    void a_key_that_was_replaced_and_comes_back_is_found() throws Exception {
        var ledger = TestLedger.standard();
        var back = ledger.keyNote(TestLedger.FIRST_KEY, 38, TestLedger.FIRST_KEY, TestLedger.SECOND_KEY);
        ledger.notes.add(new TestLedger.Note("key", 38, back));
        var verdict = Verdict.of(written(ledger));
        verdict.finds(at(Kind.BROKEN_ROTATION, 0));
        assertThat(verdict.out()).contains("does not come back");
    }

    @Test
    void a_key_for_sizes_of_which_the_key_before_has_signed_checkpoints_is_found() throws Exception {
        var ledger = TestLedger.standard();
        var third = TestKey.create();
        ledger.notes.add(new TestLedger.Note("key", 37, ledger.keyNote(third, 37, third, TestLedger.SECOND_KEY)));
        Verdict.of(written(ledger)).finds(at(Kind.BROKEN_ROTATION, 0));
        ledger.notes.set(
                ledger.notes.size() - 1,
                new TestLedger.Note("key", 38, ledger.keyNote(third, 38, third, TestLedger.SECOND_KEY)));
        Verdict.of(written(ledger)).holds();
    }

    @Test
    void a_checkpoint_of_the_ledger_with_a_fourth_line_is_found() throws Exception {
        var text = LEDGER.checkpoint(10).substring(0, LEDGER.checkpoint(10).indexOf("\n\n") + 1) + "and more\n";
        var signed = text + "\n" + TestLedger.FIRST_KEY.sign(LEDGER.origin, text);
        Verdict.of(written(withNote(1, checkpoint(10, signed)))).finds(at(Kind.MALFORMED, 10));
    }

    @Test
    void a_key_that_did_not_sign_for_itself_is_found() throws Exception {
        var notItself = LEDGER.keyNote(TestLedger.SECOND_KEY, 25, TestLedger.FIRST_KEY);
        Verdict.of(written(withNote(3, new TestLedger.Note("key", 25, notItself))))
                .findsAmongOthers(at(Kind.BROKEN_ROTATION, 0));
    }

    @Test
    void a_forged_cosignature_is_found_if_its_witness_is_named() throws Exception {
        var note = LEDGER.checkpoint(30);
        var forged = note + TestLedger.cosignature(LEDGER.checkpoint(20));
        var file = written(withNote(6, checkpoint(30, forged)));
        Verdict.of(file).holds();
        Verdict.of(file, "--witness", WITNESS).finds(at(Kind.FORGED_COSIGNATURE, 30));
    }

    @Test
    void a_given_key_that_is_not_the_ledgers_is_found() throws Exception {
        Verdict.of(written(LEDGER), "--key", TestKey.create().logKey(LEDGER.origin))
                .finds(at(Kind.UNKNOWN_KEY, 0));
    }

    @Test
    void a_later_key_vouches_for_what_came_after_it() throws Exception {
        var verdict = Verdict.of(written(LEDGER), "--key", SECOND_KEY).holds();
        assertThat(verdict.out())
                .contains("Checkpoints before that are by keys known from the ledger only: " + FIRST_KEY + ".");
    }

    @Test
    void commits_cut_off_with_the_checkpoints_after_them_look_right_and_the_report_says_so() throws Exception {
        var verdict = Verdict.of(written(TestLedger.written(20, c -> c)), "--key", FIRST_KEY)
                .holds();
        assertThat(verdict.out())
                .contains("That nothing was cut off at the end")
                .contains("nobody needs a key for that");
    }

    @Test
    void the_keys_that_are_named_are_those_that_signed_what_remains() throws Exception {
        var ledger = TestLedger.standard();
        ledger.notes.removeIf(note -> note.kind().equals("checkpoint") && note.size() < TestLedger.ROTATION);
        assertThat(Verdict.of(written(ledger)).holds().out())
                .contains("These signatures are by " + SECOND_KEY + ".")
                .contains("The key " + FIRST_KEY + " was taken on trust");
        var withFirst = Verdict.of(written(ledger), "--key", FIRST_KEY).holds().out();
        assertThat(withFirst)
                .contains("keys that it has vouched for: " + SECOND_KEY + ".")
                .contains("Anything by the key " + FIRST_KEY + " that you gave: it has signed nothing here");
    }

    @Test
    void a_witness_that_has_signed_nothing_is_named_and_nothing_is_wrong() throws Exception {
        var other = TestKey.create().witnessKey("agency.example/other");
        var sameName = TestKey.create().witnessKey(TestLedger.WITNESS);
        assertThat(Verdict.of(written(LEDGER), "--witness", WITNESS, "--witness", sameName)
                        .holds()
                        .out())
                .contains("Anything by the witness agency.example/witness: it has signed nothing here");
        var verdict = Verdict.of(written(LEDGER), "--witness", WITNESS, "--witness", other)
                .holds();
        assertThat(verdict.out())
                .contains("Anything by the witness agency.example/other: it has signed nothing here")
                .doesNotContain("Anything by the witness agency.example/witness");
    }

    @Test
    void a_given_key_in_a_ledger_without_notes_has_signed_nothing() throws Exception {
        var ledger = TestLedger.standard();
        ledger.notes.clear();
        assertThat(Verdict.of(written(ledger), "--key", FIRST_KEY).holds().out())
                .contains("it has signed nothing here")
                .doesNotContain("These signatures");
    }

    @Test
    void what_was_signed_last_lies_in_the_data_folder_and_shows_that_the_ledger_was_set_back() throws Exception {
        var shorter = TestLedger.written(33, c -> c);
        TestSqlite.write(folder.resolve("ledger.db"), shorter);
        var lastSigned = folder.resolve("ledger-key.last-checkpoint");
        Files.writeString(lastSigned, shorter.checkpoint(33));
        var verdict = Verdict.of(folder).holds();
        assertThat(verdict.out())
                .contains("last-checkpoint, which lies beside the ledger's key, holds: the first 33 commits")
                .contains("another history from the start")
                .contains("nothing was cut off at the end");
        Files.writeString(lastSigned, LEDGER.checkpoint(37));
        Verdict.of(folder).finds(at(Kind.SET_BACK, 37));
        Files.writeString(lastSigned, rewritten().checkpoint(30));
        var rewritten = Verdict.of(folder);
        rewritten.finds(at(Kind.WRONG_ROOT, 30));
        assertThat(rewritten.out()).contains("between commit 1 and commit 30");
        Files.writeString(lastSigned, "");
        Verdict.of(folder).finds(at(Kind.MALFORMED, 0));
    }

    @Test
    void a_note_filed_under_another_size_is_found() throws Exception {
        Verdict.of(written(withNote(1, checkpoint(11, LEDGER.checkpoint(10))))).finds(at(Kind.MALFORMED, 0));
    }

    @Test
    void a_note_that_is_none_is_found() throws Exception {
        Verdict.of(written(withNote(1, checkpoint(10, "checkpoint")))).finds(at(Kind.MALFORMED, 0));
        Verdict.of(written(withNote(1, new TestLedger.Note("remark", 10, "x")))).finds(at(Kind.MALFORMED, 0));
    }
}
