package centralcommand.ledger.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centralcommand.ledger.Commit;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.LedgerTestKit;
import centralcommand.ledger.SteppingClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who only reads a ledger file leaves it as it was. */
class SqliteArchiveTest {
    private final SteppingClock clock = new SteppingClock();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void record() {
        // Signs that mean something in an address.
        file = folder.resolve("ledger 100%41#1.db");
        try (var ledger = SqliteLedger.open(file, clock)) {
            ledger.append(Commit.of(LedgerTestKit.event("a", 0)));
        }
    }

    private void assertRefused(Path path, String because) {
        assertThatThrownBy(() -> SqliteArchive.open(path))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining(because);
    }

    @Test
    void a_ledger_is_read_while_somebody_writes_it_and_its_file_stays_as_it_is() throws IOException {
        var before = Files.readAllBytes(file);
        try (var archive = SqliteArchive.open(file)) {
            assertThat(archive.commits()).isEqualTo(1);
            assertThat(archive.readCommits(0, 10)).hasSize(1);
        }
        assertThat(file).hasBinaryContent(before);
        try (var ledger = SqliteLedger.open(file, clock);
                var archive = SqliteArchive.open(file)) {
            ledger.append(Commit.of(LedgerTestKit.event("a", 1)));
            assertThat(archive.commits()).isEqualTo(2);
        }
    }

    @Test
    void what_is_no_ledger_does_not_become_one() throws Exception {
        var empty = Files.createFile(folder.resolve("empty.db"));
        assertRefused(empty, "there is no ledger in it");
        assertThat(empty).isEmptyFile();

        assertRefused(folder.resolve("missing.db"), "There is no ledger file");
        assertThat(folder.resolve("missing.db")).doesNotExist();

        assertRefused(
                Files.writeString(folder.resolve("text.db"), "no database at all".repeat(100)), "could not be read");
        assertRefused(Path.of("/dev/null"), "is no file that could hold a ledger");
        assertRefused(folder, "is a folder");

        var other = folder.resolve("other.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + other)) {
            Sql.execute(connection, "CREATE TABLE t (x)");
        }
        assertRefused(other, "is a database of something else");
    }

    @Test
    void a_ledger_of_the_first_release_is_not_lifted_by_reading_it() throws IOException {
        var old = folder.resolve("first.db");
        try (var packed = Objects.requireNonNull(LedgerTestKit.class.getResourceAsStream("first-release.db.gz"));
                var unpacked = new GZIPInputStream(packed)) {
            Files.copy(unpacked, old);
        }
        var before = Files.readAllBytes(old);

        assertRefused(
                old, "is in ledger format 1 and would have to be changed to format 3 first. Copy the file itself");
        assertThat(old).hasBinaryContent(before);
    }

    @Test
    void where_nothing_can_be_written_and_no_log_lies_the_file_is_read_without_any_other() throws Exception {
        var atRest = SqliteFile.toBeRead(file, folder -> false);
        assertThat(atRest.isAtRest()).isTrue();
        try (var queries = new SqliteQueries(atRest.openAsItIs())) {
            assertThat(queries.head().commits()).isEqualTo(1);
            assertThat(folder).isDirectoryNotContaining("glob:**-{wal,shm}");
        }
    }

    @Test
    void whoever_may_be_writing_is_seen_by_the_folder_or_the_log() throws IOException {
        assertThat(SqliteFile.toBeRead(file, folder -> true).isAtRest()).isFalse();
        Files.createFile(folder.resolve(file.getFileName() + "-wal"));
        assertThat(SqliteFile.toBeRead(file, folder -> false).isAtRest()).isFalse();
    }

    @Test
    void a_new_ledger_is_not_made_through_a_link_or_on_a_device() throws IOException {
        var link = Files.createSymbolicLink(folder.resolve("link.db"), folder.resolve("elsewhere.db"));
        assertThatThrownBy(() -> SqliteLedger.open(link, clock))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("is a link to a file that is not there");
        assertThat(folder.resolve("elsewhere.db")).doesNotExist();
        assertThatThrownBy(() -> SqliteLedger.open(Path.of("/dev/null"), clock))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("is no file that could hold a ledger");
        assertThat(Path.of("/dev/null-journal")).doesNotExist();
    }
}
