package centralcommand.ledger.copy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.ledger.Commit;
import centralcommand.ledger.Ledger;
import centralcommand.ledger.LedgerTestKit;
import centralcommand.ledger.Notes;
import centralcommand.ledger.Notes.Kind;
import centralcommand.ledger.SteppingClock;
import centralcommand.ledger.checkpoint.Checkpoints;
import centralcommand.ledger.proof.Checkpoint;
import centralcommand.ledger.proof.Hash;
import centralcommand.ledger.proof.KeyFile;
import centralcommand.ledger.proof.KeyIntroduction;
import centralcommand.ledger.proof.SigningKey;
import centralcommand.ledger.sqlite.SqliteLedger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notes stay for ever where they are kept once, so a copy takes none that is not to be believed. */
class NotesOfACopyTest {
    private final SteppingClock clock = new SteppingClock();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private Path original;
    private SigningKey key;
    private String origin;

    /** Seven commits, a key, checkpoints of five and of seven. */
    @BeforeEach
    void record() {
        original = folder.resolve("original.db");
        in(original, ledger -> {
            record(ledger, 5);
            var checkpoints = Checkpoints.signedWith(folder.resolve("ledger-key"), ledger);
            checkpoints.upToDate();
            record(ledger, 2);
            checkpoints.upToDate();
        });
        key = KeyFile.at(folder.resolve("ledger-key")).read();
        origin = key.name();
    }

    private void in(Path file, Consumer<Ledger> change) {
        try (var ledger = SqliteLedger.open(file, clock)) {
            change.accept(ledger);
        }
    }

    private static void record(Ledger ledger, int commits) {
        for (var n = 0; n < commits; n++) {
            ledger.append(Commit.of(LedgerTestKit.event("a", ledger.lastSequence("a") + 1)));
        }
    }

    private int copy(Path from, Path to) {
        var out = new PrintStream(said, true, UTF_8);
        return CopyCommand.run(clock, out, out, from.toString(), to.toString());
    }

    private Path fresh(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
            return folder.resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With this note beside the true ones; neither a ledger nor an export takes it, and what was taken before it is right. */
    private void assertRefused(Kind kind, long size, String text, String because) throws Exception {
        var spoilt = fresh("spoilt.db");
        Files.copy(original, spoilt);
        in(spoilt, ledger -> ledger.notes().keep(kind, size, text));
        var target = fresh("target.db");
        var export = fresh("export.jsonl");
        said.reset();

        assertThat(copy(spoilt, export)).as(because).isEqualTo(1);
        assertThat(said.toString(UTF_8)).contains("Note 4").contains(because).contains("No file was made.");
        assertThat(export).doesNotExist();
        said.reset();

        assertThat(copy(spoilt, target)).as(because).isEqualTo(1);
        assertThat(said.toString(UTF_8))
                .contains("Note 4")
                .contains(because)
                .contains("The target has the first 7 commits and 3 notes; copying again goes on from there.");
        assertThat(copy(original, target)).isZero();
    }

    private String signed(long size, Hash root, SigningKey by) {
        return by.sign(new Checkpoint(origin, size, root).text()).format();
    }

    private Hash root(long size) {
        var root = new Hash[1];
        in(original, ledger -> root[0] = ledger.tree().root(size));
        return root[0];
    }

    @Test
    void a_checkpoint_is_taken_only_if_it_is_the_root_of_the_tree_signed_by_the_key_in_force() throws Exception {
        var other = SigningKey.generate(origin);
        var stranger = SigningKey.generate("central-command/0123456789abcdef");
        assertRefused(Kind.CHECKPOINT, 7, "garbage", "must end with a newline");
        assertRefused(Kind.CHECKPOINT, 7, signed(7, root(7), other), "not signed by the key that is in force");
        assertRefused(
                Kind.CHECKPOINT,
                7,
                stranger.sign(new Checkpoint(stranger.name(), 7, root(7)).text())
                        .format(),
                "names another ledger");
        assertRefused(Kind.CHECKPOINT, 6, signed(6, root(5), key), "first 6 commits has another root");
        assertRefused(Kind.CHECKPOINT, 8, signed(8, root(7), key), "speaks of 8 commits, but there are only 7");
        assertRefused(Kind.CHECKPOINT, 5, signed(7, root(7), key), "kept as one of 5 commits, but speaks of 7");
        assertRefused(Kind.CHECKPOINT, 7, "x".repeat(Notes.MAX_LENGTH) + signed(7, root(7), key), "longer than");
    }

    @Test
    void a_key_is_taken_only_if_the_one_before_vouches_for_it_and_has_signed_for_less() throws Exception {
        var next = SigningKey.generate(origin);
        assertRefused(Kind.KEY, 8, "garbage\n\n", "Note 4, a key");
        assertRefused(Kind.KEY, 0, KeyIntroduction.first(next).format(), "not signed by the key that it replaces");
        assertRefused(
                Kind.KEY,
                8,
                KeyIntroduction.replacement(SigningKey.generate(origin), next, 8)
                        .format(),
                "not signed by the key that it replaces");
        assertRefused(
                Kind.KEY,
                7,
                KeyIntroduction.replacement(key, next, 7).format(),
                "in force from 7, but the key before has signed for 7 commits");
        assertRefused(Kind.KEY, 9, KeyIntroduction.replacement(key, next, 9).format(), "speaks of 9 commits");
        assertRefused(
                Kind.KEY,
                9,
                KeyIntroduction.replacement(key, next, 8).format(),
                "kept as one of 9 commits, but speaks of 8");
    }

    @Test
    void the_first_key_is_that_of_this_ledger_and_stands_before_every_checkpoint() {
        var stranger = SigningKey.generate("central-command/0123456789abcdef");
        for (var spoil : List.<Consumer<Ledger>>of(
                ledger -> ledger.notes()
                        .keep(Kind.KEY, 0, KeyIntroduction.first(stranger).format()),
                ledger -> ledger.notes()
                        .keep(Kind.CHECKPOINT, 1, signed(1, ledger.tree().root(1), key)))) {
            var spoilt = fresh("spoilt.db");
            in(spoilt, ledger -> {
                record(ledger, 1);
                spoil.accept(ledger);
            });
            assertThat(copy(spoilt, fresh("target.db"))).isEqualTo(1);
        }
        assertThat(said.toString(UTF_8))
                .contains("names the ledger central-command/0123456789abcdef")
                .contains("No key was introduced before it");
    }

    @Test
    void keys_that_were_changed_and_checkpoints_of_each_are_copied_through_every_place() {
        in(original, ledger -> {
            var checkpoints = Checkpoints.signedWith(folder.resolve("ledger-key"), ledger);
            checkpoints.rotateKey();
            record(ledger, 2);
            checkpoints.upToDate();
            // In force from a commit that is not there yet.
            checkpoints.rotateKey();
        });
        var backup = folder.resolve("backup.db");
        var export = folder.resolve("export.jsonl");
        var packed = folder.resolve("export.jsonl.gz");
        var restored = folder.resolve("restored.db");

        assertThat(copy(original, backup)).isZero();
        assertThat(copy(backup, export)).isZero();
        assertThat(copy(export, packed)).isZero();
        assertThat(copy(packed, restored)).isZero();
        // What is there is brought up to date from either.
        assertThat(copy(export, backup)).isZero();
        in(
                original,
                left -> in(
                        restored,
                        right -> assertThat(right.notes().after(0, 100))
                                .hasSize(6)
                                .isEqualTo(left.notes().after(0, 100))));
    }

    @Test
    void a_target_in_which_something_else_was_signed_is_refused_as_it_is() throws Exception {
        var left = folder.resolve("left/ledger.db");
        var right = folder.resolve("right/ledger.db");
        for (var file : List.of(left, right)) {
            assertThat(copy(original, file)).isZero();
            Files.copy(
                    folder.resolve("ledger-key"),
                    file.resolveSibling("ledger-key"),
                    StandardCopyOption.COPY_ATTRIBUTES);
            in(
                    file,
                    ledger -> Checkpoints.signedWith(file.resolveSibling("ledger-key"), ledger)
                            .rotateKey());
        }
        in(left, ledger -> {
            record(ledger, 1);
            Checkpoints.signedWith(left.resolveSibling("ledger-key"), ledger).upToDate();
        });
        var export = folder.resolve("export.jsonl");
        assertThat(copy(left, export)).isZero();
        said.reset();

        assertThat(copy(left, right)).isEqualTo(1);
        assertThat(said.toString(UTF_8))
                .contains("has 4 notes (checkpoints and keys) that are not the first 4 of the source")
                .contains("Nothing was copied.");
        in(right, ledger -> assertThat(ledger.commits()).isEqualTo(7));

        assertThat(copy(export, right)).isEqualTo(1);
        in(right, ledger -> {
            assertThat(ledger.notes().count()).isEqualTo(4);
            assertThat(Checkpoints.signedWith(right.resolveSibling("ledger-key"), ledger)
                            .keys()
                            .orElseThrow()
                            .introductions())
                    .hasSize(2);
        });
    }

    @Test
    void a_target_that_has_more_notes_than_the_source_is_refused() {
        var target = folder.resolve("target.db");
        copy(original, target);
        in(
                target,
                ledger -> ledger.notes()
                        .keep(Kind.CHECKPOINT, 7, signed(7, ledger.tree().root(7), key)));

        assertThat(copy(original, target)).isEqualTo(1);
        assertThat(said.toString(UTF_8)).contains("something else was signed there");
    }
}
