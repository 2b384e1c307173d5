package centralcommand.ledger.copy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centralcommand.ledger.CommandKey;
import centralcommand.ledger.Commit;
import centralcommand.ledger.Ledger;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.LedgerTestKit;
import centralcommand.ledger.NewEvent;
import centralcommand.ledger.Notes.Kind;
import centralcommand.ledger.SteppingClock;
import centralcommand.ledger.sqlite.SqliteLedger;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy is the ledger, wherever it goes and through whatever it went; what is not a ledger does not become one by copying. */
class LedgerCopyTest {
    private final SteppingClock clock = new SteppingClock();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private Path original;

    @BeforeEach
    void record() {
        original = folder.resolve("original.db");
        try (var ledger = SqliteLedger.open(original, clock)) {
            for (var n = 0; n < 450; n++) {
                ledger.append(Commit.of(LedgerTestKit.event("a", n), LedgerTestKit.event("b", n))
                        .carryingOut(new CommandKey("größe", "c-" + n, "hash")));
            }
            ledger.append(Commit.of(new NewEvent(
                    "c", 0, "no text", "picture-taken", 1, new byte[] {(byte) 0xff, 0}, "{}".getBytes(UTF_8))));
            ledger.notes().keep(Kind.KEY, 0, "a key\n");
            ledger.notes().keep(Kind.CHECKPOINT, 451, "a checkpoint — signed\n");
        }
    }

    private int copy(Path from, Path to) {
        var out = new PrintStream(said, true, UTF_8);
        return CopyCommand.run(clock, out, out, from.toString(), to.toString());
    }

    private void assertSame(Path copy) {
        try (var left = SqliteLedger.open(original, clock);
                var right = SqliteLedger.open(copy, clock)) {
            assertThat(right.readCommits(0, 10_000)).isEqualTo(left.readCommits(0, 10_000));
            assertThat(right.notes().after(0, 100)).isEqualTo(left.notes().after(0, 100));
            assertThat(nodes(right)).isEqualTo(nodes(left));
        }
    }

    private static List<?> nodes(Ledger ledger) {
        return List.of(
                ledger.tree().nodes().node(0, 450),
                ledger.tree().nodes().node(8, 0),
                ledger.tree().nodes().node(6, 6));
    }

    @Test
    void a_backup_is_equal_and_is_brought_up_to_date_by_copying_again() {
        var backup = folder.resolve("backup.db");
        assertThat(copy(original, backup)).isZero();
        assertSame(backup);

        try (var ledger = SqliteLedger.open(original, clock)) {
            ledger.append(Commit.of(LedgerTestKit.event("a", 450)));
            // While somebody has it open and goes on writing.
            assertThat(copy(original, backup)).isZero();
        }

        assertSame(backup);
        assertThat(said.toString(UTF_8))
                .contains("Copied 451 commits (901 events)")
                .contains("Copied 1 commits (1 events)");
    }

    @Test
    void a_ledger_goes_through_an_exported_file_and_is_the_same() {
        for (var name : List.of("export.jsonl", "export.jsonl.gz")) {
            var export = folder.resolve(name);
            var restored = folder.resolve(name + ".db");
            assertThat(copy(original, export)).isZero();
            assertThat(copy(export, restored)).isZero();
            assertSame(restored);
        }
    }

    @Test
    void an_exported_file_is_not_written_over() {
        var export = folder.resolve("export.jsonl");
        copy(original, export);

        assertThat(copy(original, export)).isEqualTo(1);
        assertThat(said.toString(UTF_8)).contains("is there already");
    }

    @Test
    void an_export_in_which_anything_was_changed_is_not_taken() throws Exception {
        assertRefused(lines -> lines.replace("\"sequence\":7,", "\"sequence\":8,"), "stands at 6");
        assertRefused(lines -> lines.replaceFirst("\\{\\\\\"n\\\\\":9\\}", "{\\\\\"n\\\\\":8}"), "does not hash");
        assertRefused(lines -> lines.replace("\"c-77\"", "\"c-78\""), "does not hash");
        assertRefused(lines -> lines.replaceFirst("\\{\"commit\":20,.*\n", ""), "the next one is 20");
        assertRefused(lines -> lines.replaceFirst("\\{\"end\".*\n", ""), "the end is missing");
        assertRefused(lines -> lines.replace("\"events\":901", "\"events\":902"), "902 events, but has 451 and 901");
        assertRefused(lines -> lines.replace("\"commit\":30,", "\"commit\":\"thirty\","), "Line 31");
        assertRefused(lines -> lines.substring(0, lines.length() / 2), "Line");
        assertRefused(lines -> "[1]" + lines, "no exported ledger");
    }

    private void assertRefused(UnaryOperator<String> change, String because) throws Exception {
        var export = folder.resolve("changed.jsonl");
        var restored = folder.resolve("restored.db");
        Files.deleteIfExists(export);
        Files.deleteIfExists(restored);
        copy(original, export);
        var lines = Files.readString(export);
        var changed = change.apply(lines);
        assertThat(changed).isNotEqualTo(lines);
        Files.writeString(export, changed);
        said.reset();

        assertThat(copy(export, restored)).as(because).isEqualTo(1);
        assertThat(said.toString(UTF_8)).contains(because);
    }

    @Test
    void another_ledger_is_not_copied_over_the_one_that_is_there() {
        var other = folder.resolve("other.db");
        try (var ledger = SqliteLedger.open(other, clock)) {
            ledger.append(Commit.of(LedgerTestKit.event("x", 0)));
        }

        assertThat(copy(original, other)).isEqualTo(1);
        assertThat(said.toString(UTF_8)).contains("are not the first 1 of the source");
    }

    @Test
    void a_copy_that_fails_leaves_no_file_that_looks_whole() {
        var export = folder.resolve("export.jsonl");
        assertThat(copy(folder.resolve("nothing-here.db"), export)).isEqualTo(1);
        assertThat(export).doesNotExist();
        assertThat(folder.resolve("nothing-here.db")).doesNotExist();
        assertThatCode(() -> copy(original, export)).doesNotThrowAnyException();
        assertThat(export).exists();
        assertThat(folder.resolve("export.jsonl.part")).doesNotExist();
    }

    @Test
    void commits_that_do_not_follow_are_not_adopted() {
        try (var from = SqliteLedger.open(original, clock);
                var to = SqliteLedger.open(folder.resolve("to.db"), clock)) {
            var third = from.readCommits(2, 1);
            assertThatThrownBy(() -> to.adopt(third))
                    .isInstanceOf(LedgerException.class)
                    .hasMessageContaining("the next one is 1");
            assertThat(to.commits()).isZero();
        }
    }
}
