package centralcommand.ledger.copy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
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
import centralcommand.ledger.SteppingClock;
import centralcommand.ledger.checkpoint.Checkpoints;
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
            Checkpoints.signedWith(folder.resolve("ledger-key"), ledger).upToDate();
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
                .contains("Copied 451 commits (901 events) and 2 notes")
                .contains("Copied 1 commits (1 events) and 0 notes")
                .contains("those that were there before were not looked at again");
    }

    @Test
    void where_nothing_is_new_nothing_is_claimed_to_have_been_checked() {
        var backup = folder.resolve("backup.db");
        copy(original, backup);
        said.reset();

        assertThat(copy(original, backup)).isZero();
        assertThat(said.toString(UTF_8)).contains("Nothing is new").doesNotContain("checked");
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
        assertRefused(lines -> lines.substring(0, lines.length() / 2), "is cut off within line");
        assertRefused(String::stripTrailing, "is cut off within line 455");
        assertRefused(
                lines -> lines + "{\"note\":\"key\",\"size\":0,\"text\":\"\"}\n",
                "goes on after its end, from line 456 on");
        assertRefused(lines -> lines + "\n", "goes on after its end");
        assertRefused(lines -> lines.replaceFirst("\"root\":\"..", "\"root\":\"00"), "says at its end that the root");
        assertRefused(lines -> lines.replace("\"end\":true", "\"end\":false"), "Line 455");
        assertRefused(
                lines -> lines.replace("{\"commit\":30,", "{\"commit\":30,\"approvedBy\":\"kim\","),
                "Line 31 of",
                "\"approvedBy\" is no field that is known there");
        assertRefused(
                lines -> lines.replaceFirst("\\{\"actor\":", "{\"on\":\"behalf\",\"actor\":"),
                "Line 2 of",
                "\"on\" is no field that is known there");
        assertRefused(
                lines -> lines.replaceFirst("\"type\":", "\"note\":\"\",\"type\":"),
                "\"note\" is no field that is known there");
        assertRefused(
                lines -> lines.replaceFirst("\"metadata\":", "\"metadataBase64\":\"\",\"metadata\":"),
                "stand side by side");
        assertRefused(lines -> lines.replace("{\"commit\":30,", "{\"commit\":31,\"commit\":30,"), "Line 31");
        assertRefused(
                lines -> lines.replace("\"note\":\"key\",", "\"note\":\"key\",\"from\":0,"), "\"from\" is no field");
        assertRefused(lines -> lines.replace("\"events\":901", "\"events\":901,\"when\":1"), "\"when\" is no field");
        assertRefused(lines -> "[1]" + lines, "no exported ledger");
    }

    private void assertRefused(UnaryOperator<String> change, String... because) throws Exception {
        var export = folder.resolve("changed.jsonl");
        Files.deleteIfExists(export);
        copy(original, export);
        var lines = Files.readString(export);
        var changed = change.apply(lines);
        assertThat(changed).isNotEqualTo(lines);
        Files.writeString(export, changed);

        assertRefused(export, because);
    }

    private void assertRefused(Path export, String... because) throws Exception {
        var restored = folder.resolve("restored.db");
        Files.deleteIfExists(restored);
        said.reset();

        assertThat(copy(export, restored)).as(because[0]).isEqualTo(1);
        assertThat(said.toString(UTF_8)).contains(because);
    }

    @Test
    void what_was_taken_of_an_export_that_is_wrong_further_on_is_a_beginning_from_which_a_right_one_goes_on()
            throws Exception {
        var export = folder.resolve("export.jsonl");
        copy(original, export);
        var changed = folder.resolve("changed.jsonl");
        Files.writeString(changed, Files.readString(export).replaceFirst("\"root\":\"..", "\"root\":\"00"));

        assertRefused(changed, "The target has the first 451 commits and 2 notes; copying again goes on from there.");
        assertThat(copy(export, folder.resolve("restored.db"))).isZero();
        assertSame(folder.resolve("restored.db"));
    }

    @Test
    void a_line_that_is_no_utf_8_is_named() throws Exception {
        var export = folder.resolve("export.jsonl");
        copy(original, export);
        var bytes = Files.readAllBytes(export);
        var at = Files.readString(export, ISO_8859_1).indexOf("{\"commit\":40,") + 3;
        bytes[at] = (byte) 0xff;
        Files.write(export, bytes);

        assertRefused(export, "Line 41 of", "is no UTF-8");
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
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
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
