package centralcommand.verify;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Types;

/** Writes a ledger as a SQLite file, and tampers with it by SQL as somebody would who can write the file. */
final class TestSqlite {
    private TestSqlite() {}

    static Path write(Path file, TestLedger ledger) throws SQLException {
        try (var connection = connect(file)) {
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode = WAL");
                statement.execute("PRAGMA application_id = 0x43434C47");
                statement.execute("PRAGMA user_version = 3");
                statement.execute("""
                        CREATE TABLE commits (number INTEGER PRIMARY KEY, recorded_at INTEGER, epoch INTEGER, first_position INTEGER,
                          event_count INTEGER, actor TEXT, command_id TEXT, body_hash TEXT, hash BLOB, subtrees BLOB)""");
                statement.execute("""
                        CREATE TABLE events (position INTEGER PRIMARY KEY, commit_number INTEGER, stream TEXT, sequence INTEGER,
                          event_id TEXT, type TEXT, revision INTEGER, payload BLOB, metadata BLOB)""");
                statement.execute("CREATE TABLE stream_links (position INTEGER PRIMARY KEY, previous INTEGER)");
                statement.execute(
                        "CREATE TABLE stream_ends (stream TEXT PRIMARY KEY, sequence INTEGER, position INTEGER) WITHOUT ROWID");
                statement.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, kind TEXT, size INTEGER, note TEXT)");
            }
            connection.setAutoCommit(false);
            writeCommits(connection, ledger);
            writeNotes(connection, ledger);
            linkStreams(connection);
            connection.commit();
        }
        return file;
    }

    private static void writeCommits(Connection connection, TestLedger ledger) throws SQLException {
        try (var commits = connection.prepareStatement("INSERT INTO commits VALUES (?,?,?,?,?,?,?,?,?,?)");
                var events = connection.prepareStatement("INSERT INTO events VALUES (?,?,?,?,?,?,?,?,?)")) {
            for (var commit : ledger.commits) {
                var number = (int) commit.number();
                commits.setLong(1, number);
                commits.setLong(2, commit.recordedAt());
                commits.setLong(3, commit.epoch());
                commits.setLong(4, commit.first());
                commits.setLong(5, commit.events().size());
                var command = commit.command();
                commits.setString(6, command == null ? null : command.actor());
                commits.setString(7, command == null ? null : command.id());
                commits.setString(8, command == null ? null : command.body());
                commits.setBytes(9, ledger.hashes.get(number - 1));
                if (number % 2 == 0) {
                    commits.setBytes(10, ledger.subtrees(number));
                } else {
                    commits.setNull(10, Types.BLOB);
                }
                commits.executeUpdate();
                var position = commit.first();
                for (var event : commit.events()) {
                    events.setLong(1, position++);
                    events.setLong(2, number);
                    events.setString(3, event.stream());
                    events.setLong(4, event.sequence());
                    events.setString(5, event.id());
                    events.setString(6, event.type());
                    events.setInt(7, event.revision());
                    events.setBytes(8, event.payload());
                    events.setBytes(9, event.metadata());
                    events.executeUpdate();
                }
            }
        }
    }

    private static void linkStreams(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO stream_links
                    SELECT position, coalesce(lag(position) OVER (PARTITION BY stream ORDER BY sequence), 0) FROM events""");
            statement.execute(
                    "INSERT INTO stream_ends SELECT stream, max(sequence), max(position) FROM events GROUP BY stream");
        }
    }

    private static void writeNotes(Connection connection, TestLedger ledger) throws SQLException {
        try (var notes = connection.prepareStatement("INSERT INTO notes (kind, size, note) VALUES (?,?,?)")) {
            for (var note : ledger.notes) {
                notes.setString(1, note.kind());
                notes.setLong(2, note.size());
                notes.setString(3, note.text());
                notes.executeUpdate();
            }
        }
    }

    static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    static void execute(Path file, String... statements) throws SQLException {
        try (var connection = connect(file);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
