package centralcommand.ledger.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centralcommand.ledger.Commit;
import centralcommand.ledger.Ledger;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.LedgerTestKit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLedgerTest extends LedgerTestKit {
    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("data/ledger.sqlite");
    }

    @Override
    protected Ledger open() {
        return SqliteLedger.open(file(), clock);
    }

    @Test
    void only_the_owner_can_read_the_file_and_what_lies_beside_it() throws Exception {
        try (var ledger = open()) {
            ledger.append(Commit.of(event("a", 0)));
            var rights = new ArrayList<String>();
            try (var files = Files.list(file().getParent())) {
                for (var each : files.toList()) {
                    rights.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)));
                }
            }
            assertThat(rights).hasSizeGreaterThanOrEqualTo(2).containsOnly("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void a_commit_waits_for_the_disk() throws Exception {
        try (var connection = SqliteFile.at(file()).openForWriting()) {
            assertThat(Sql.text(connection, "PRAGMA journal_mode")).isEqualTo("wal");
            assertThat(Sql.number(connection, "PRAGMA synchronous")).as("FULL").isEqualTo(2);
        }
    }

    @Test
    void recorded_rows_can_be_neither_changed_nor_deleted_by_mistake() throws Exception {
        try (var ledger = open()) {
            ledger.append(Commit.of(event("a", 0)));
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            assertThatThrownBy(() -> Sql.execute(connection, "UPDATE events SET type = 'other'"))
                    .hasMessageContaining("append-only");
            assertThatThrownBy(() -> Sql.execute(connection, "DELETE FROM events"))
                    .hasMessageContaining("append-only");
            assertThatThrownBy(() -> Sql.execute(connection, "UPDATE commits SET recorded_at = 0"))
                    .hasMessageContaining("append-only");
            assertThatThrownBy(() -> Sql.execute(connection, "DELETE FROM commits"))
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void a_file_of_a_later_format_is_refused() throws Exception {
        var later = folder.resolve("later.sqlite");
        SqliteLedger.open(later, clock).close();
        change(later, "PRAGMA user_version = 4");

        assertThatThrownBy(() -> SqliteLedger.open(later, clock))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("format 4")
                .hasMessageContaining("formats 1 to 3");
    }

    @Test
    void a_file_with_a_trigger_of_somebody_else_is_refused() throws Exception {
        open().close();
        change(
                file(),
                "CREATE TRIGGER planted AFTER INSERT ON commits BEGIN DELETE FROM stream_ends WHERE stream = 'a'; END");

        assertThatThrownBy(this::open)
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("a trigger planted that this program did not make");
    }

    @Test
    void hashes_cut_out_of_the_file_are_named() throws Exception {
        try (var ledger = open()) {
            ledger.append(Commit.of(event("a", 0)));
            ledger.append(Commit.of(event("a", 1)));
        }
        change(file(), "DROP TRIGGER commits_no_UPDATE", "UPDATE commits SET subtrees = x'' WHERE number = 2");

        try (var ledger = open()) {
            assertThatThrownBy(() -> ledger.append(Commit.of(event("a", 2))))
                    .isInstanceOf(LedgerException.class)
                    .hasMessageContaining("Commit 2 lacks hashes");
            assertThatThrownBy(() -> ledger.tree().root(2)).isInstanceOf(LedgerException.class);
        }
    }

    @Test
    void a_database_of_something_else_is_refused_and_left_as_it_is() throws Exception {
        var recipes = folder.resolve("recipes.sqlite");
        change(recipes, "CREATE TABLE recipes (name TEXT)");
        var before = Files.readAllBytes(recipes);

        assertThatThrownBy(() -> SqliteLedger.open(recipes, clock))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("not a ledger");
        assertThat(Files.readAllBytes(recipes)).isEqualTo(before);
    }

    @Test
    void a_file_that_is_no_database_is_refused_and_left_as_it_is() throws Exception {
        var diary = folder.resolve("diary.txt");
        Files.writeString(diary, "Dear diary, ".repeat(1_000));
        var before = Files.readAllBytes(diary);

        assertThatThrownBy(() -> SqliteLedger.open(diary, clock))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("not a database");
        assertThat(Files.readAllBytes(diary)).isEqualTo(before);
    }

    private static void change(Path file, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Sql.execute(connection, List.of(statements));
        }
    }
}
