package centralcommand.verify;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes a ledger as a SQLite file, with the tables, indexes and triggers that the server makes, and tampers with it by SQL as somebody would
 * who can write the file: what refuses such rows is taken away first and put back after it.
 */
final class TestSqlite {
    private static final List<String> TABLES = List.of("""
            CREATE TABLE commits (
              number         INTEGER PRIMARY KEY,
              recorded_at    INTEGER NOT NULL,
              epoch          INTEGER NOT NULL CHECK (epoch > 0),
              first_position INTEGER NOT NULL,
              event_count    INTEGER NOT NULL CHECK (event_count >= 0),
              actor          TEXT,
              command_id     TEXT,
              body_hash      TEXT,
              hash           BLOB NOT NULL CHECK (length(hash) = 32),
              subtrees       BLOB NOT NULL CHECK (length(subtrees) % 32 = 0),
              CHECK ((actor IS NULL) = (command_id IS NULL) AND (actor IS NULL) = (body_hash IS NULL))
            ) STRICT""", """
            CREATE TABLE events (
              position      INTEGER PRIMARY KEY,
              commit_number INTEGER NOT NULL,
              stream        TEXT NOT NULL,
              sequence      INTEGER NOT NULL CHECK (sequence >= 0),
              event_id      TEXT NOT NULL,
              type          TEXT NOT NULL,
              revision      INTEGER NOT NULL CHECK (revision > 0),
              payload       BLOB NOT NULL,
              metadata      BLOB NOT NULL
            ) STRICT""", """
            CREATE TABLE notes (
              id   INTEGER PRIMARY KEY,
              kind TEXT NOT NULL CHECK (kind IN ('checkpoint', 'key')),
              size INTEGER NOT NULL CHECK (size >= 0),
              note TEXT NOT NULL
            ) STRICT""", """
            CREATE TABLE stream_links (
              position INTEGER PRIMARY KEY,
              previous INTEGER NOT NULL CHECK (previous >= 0 AND previous < position)
            ) STRICT""", """
            CREATE TABLE stream_ends (
              stream   TEXT PRIMARY KEY,
              sequence INTEGER NOT NULL CHECK (sequence >= 0),
              position INTEGER NOT NULL CHECK (position > 0)
            ) STRICT, WITHOUT ROWID""");

    private static final List<String> INDEXES = List.of(
            "CREATE UNIQUE INDEX commits_by_command ON commits (actor, command_id) WHERE actor IS NOT NULL",
            "CREATE UNIQUE INDEX events_by_id ON events (event_id)",
            "CREATE INDEX notes_of_keys ON notes (id) WHERE kind = 'key'",
            "CREATE UNIQUE INDEX events_signposts ON events (stream, sequence) WHERE sequence % 64 = 0");

    private static final List<String> TRIGGERS = Stream.of("commits", "events", "notes", "stream_links")
            .flatMap(table -> Stream.of("UPDATE", "DELETE").map(change -> trigger(table, change)))
            .toList();

    private TestSqlite() {}

    private static String trigger(String table, String change) {
        return "CREATE TRIGGER %1$s_no_%2$s BEFORE %2$s ON %1$s BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
                .formatted(table, change);
    }

    static Path write(Path file, TestLedger ledger) throws SQLException {
        try (var connection = connect(file)) {
            execute(
                    connection,
                    List.of(
                            "PRAGMA journal_mode = WAL",
                            "PRAGMA application_id = 0x43434C47",
                            "PRAGMA user_version = 3"));
            execute(connection, TABLES.stream().map(TestSqlite::loose).toList());
            execute(connection, INDEXES.stream().map(TestSqlite::loose).toList());
            connection.setAutoCommit(false);
            writeCommits(connection, ledger);
            writeNotes(connection, ledger);
            linkStreams(connection);
            connection.commit();
        }
        tighten(file);
        return file;
    }

    /** Takes whatever rows somebody may write. */
    private static String loose(String sql) {
        return sql.replace("CREATE UNIQUE", "CREATE")
                .replaceAll("(?<!IS) NOT NULL", "")
                .replaceAll("(?m),\n +CHECK .*$", "")
                .replaceAll("(?m) CHECK .*?(,?)$", "$1")
                .replace(") STRICT, WITHOUT", ") WITHOUT")
                .replace(") STRICT", ")");
    }

    private static void loosen(Path file) throws SQLException {
        var statements = new ArrayList<>(List.of("PRAGMA writable_schema = ON"));
        Stream.concat(TABLES.stream(), INDEXES.stream()).forEach(sql -> statements.add(restate(sql, loose(sql))));
        TRIGGERS.forEach(sql -> statements.add("DELETE FROM sqlite_schema WHERE sql = %s".formatted(quoted(sql))));
        execute(file, statements.toArray(String[]::new));
    }

    private static void tighten(Path file) throws SQLException {
        var statements = new ArrayList<>(TRIGGERS);
        statements.add("PRAGMA writable_schema = ON");
        Stream.concat(TABLES.stream(), INDEXES.stream()).forEach(sql -> statements.add(restate(loose(sql), sql)));
        execute(file, statements.toArray(String[]::new));
    }

    private static String restate(String from, String to) {
        return "UPDATE sqlite_schema SET sql = %s WHERE sql = %s".formatted(quoted(to), quoted(from));
    }

    private static String quoted(String sql) {
        return "'" + sql.replace("'", "''") + "'";
    }

    /** Changes rows in ways that the tables, unique indexes and triggers of a ledger would refuse; they stand there again afterwards. */
    static void tamper(Path file, String... statements) throws SQLException {
        loosen(file);
        execute(file, statements);
        tighten(file);
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
                commits.setBytes(10, ledger.subtrees(number));
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

    /** As they stand; a ledger refuses most of them. */
    static void execute(Path file, String... statements) throws SQLException {
        try (var connection = connect(file)) {
            execute(connection, List.of(statements));
        }
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
