package centralcommand.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreadableTest {
    @TempDir
    Path folder;

    private static void saysInOneSentence(Verdict verdict, String part) {
        assertThat(verdict.exit()).isEqualTo(Verify.NOT_VERIFIED);
        assertThat(verdict.out()).isEmpty();
        assertThat(verdict.err()).contains(part).doesNotContain("Exception").hasLineCount(1);
    }

    @Test
    void what_is_not_there_cannot_be_verified() throws Exception {
        saysInOneSentence(Verdict.of(folder.resolve("nothing")), "There is no file");
        saysInOneSentence(Verdict.of(folder), "ledger.db");
    }

    @Test
    void format_1_has_no_chain_and_is_told_how_to_get_one() throws Exception {
        var file = folder.resolve("ledger.db");
        TestSqlite.execute(
                file,
                "PRAGMA user_version = 1",
                "CREATE TABLE commits (number INTEGER PRIMARY KEY)",
                "CREATE TABLE events (position INTEGER PRIMARY KEY)");
        saysInOneSentence(Verdict.of(file), "Start the system once with it");
    }

    @Test
    void another_database_is_no_ledger() throws Exception {
        var file = folder.resolve("other.db");
        TestSqlite.execute(file, "CREATE TABLE a (b)");
        saysInOneSentence(Verdict.of(file), "no ledger of Central Command");
    }

    @Test
    void a_view_in_place_of_a_table_is_not_believed() throws Exception {
        var file = TestSqlite.write(folder.resolve("ledger.db"), TestLedger.standard());
        TestSqlite.execute(file, "ALTER TABLE events RENAME TO hidden", "CREATE VIEW events AS SELECT * FROM hidden");
        saysInOneSentence(Verdict.of(file), "its table events is not the one of that format");
    }

    @Test
    void a_file_of_something_else_is_told_so() throws Exception {
        saysInOneSentence(Verdict.of(Files.writeString(folder.resolve("a.txt"), "hello\n")), "no exported ledger");
        saysInOneSentence(Verdict.of(Files.writeString(folder.resolve("b.jsonl"), "")), "no exported ledger");
        saysInOneSentence(Verdict.of(Files.writeString(folder.resolve("c.jsonl.gz"), "hello")), "not gzipped");
        saysInOneSentence(
                Verdict.of(Files.writeString(
                        folder.resolve("d.jsonl"), "{\"ledger\":\"central-command\",\"format\":7}\n")),
                "format 7");
        saysInOneSentence(
                Verdict.of(Files.writeString(folder.resolve("e.db"), "SQLite format 3\0" + "x".repeat(5_000))),
                "cannot be read as a SQLite file");
    }

    @Test
    void a_mongodb_address_must_name_its_database() throws Exception {
        saysInOneSentence(Verdict.of("mongodb://127.0.0.1:1"), "must name the database");
        saysInOneSentence(Verdict.of("mongodb://"), "cannot be read");
    }

    @Test
    void a_command_line_that_makes_no_sense_is_told_so() throws Exception {
        saysInOneSentence(Verdict.of("a", "b"), "not understood");
        saysInOneSentence(Verdict.of("a", "--key"), "needs a value");
        saysInOneSentence(Verdict.of("a", "--key", "x"), "no verifier key");
        saysInOneSentence(Verdict.of("a", "--key", TestLedger.WITNESS_KEY.witnessKey("w")), "is the key of a witness");
        saysInOneSentence(Verdict.of("a", "--checkpoint", folder.resolve("none").toString()), "cannot be read");
    }

    @Test
    void help_is_not_a_failure() {
        var out = new ByteArrayOutputStream();
        assertThat(Verify.run(new PrintStream(out), new PrintStream(out), "--help"))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Usage: infra/verify/verify SOURCE");
    }
}
