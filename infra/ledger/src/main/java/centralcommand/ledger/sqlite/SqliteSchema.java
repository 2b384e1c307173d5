package centralcommand.ledger.sqlite;

import centralcommand.ledger.LedgerException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The tables of a ledger file, and the marks by which a file is known to be one. */
final class SqliteSchema {
    /** "CCLG", in the header of the file, so that {@code file} and we can tell it from other databases. */
    private static final int APPLICATION_ID = 0x43434C47;

    private static final int VERSION = 3;
    private static final int NEW = 0;

    private static final String COMMITS = """
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
            ) STRICT""";

    private static final String COMMITS_BY_COMMAND =
            "CREATE UNIQUE INDEX commits_by_command ON commits (actor, command_id) WHERE actor IS NOT NULL";

    private static final String NOTES = """
            CREATE TABLE notes (
              id   INTEGER PRIMARY KEY,
              kind TEXT NOT NULL CHECK (kind IN ('checkpoint', 'key')),
              size INTEGER NOT NULL CHECK (size >= 0),
              note TEXT NOT NULL
            ) STRICT""";

    /** There are few keys among many checkpoints. */
    private static final String NOTES_OF_KEYS = "CREATE INDEX notes_of_keys ON notes (id) WHERE kind = 'key'";

    /**
     * The events of a stream from its end back: a link for each event, and for each stream where it ends. An index over stream and
     * sequence would say the same, but each append would change a page of its own in it; links stand side by side as they are written.
     */
    private static final List<String> STREAMS = List.of(
            """
            CREATE TABLE stream_links (
              position INTEGER PRIMARY KEY,
              previous INTEGER NOT NULL CHECK (previous >= 0 AND previous < position)
            ) STRICT""",
            """
            CREATE TABLE stream_ends (
              stream   TEXT PRIMARY KEY,
              sequence INTEGER NOT NULL CHECK (sequence >= 0),
              position INTEGER NOT NULL CHECK (position > 0)
            ) STRICT, WITHOUT ROWID""",
            "CREATE UNIQUE INDEX events_signposts ON events (stream, sequence) WHERE sequence %% %d = 0"
                    .formatted(SqliteStreams.SIGNPOST_EVERY));

    private static final List<String> TABLES = List.of(
            COMMITS,
            COMMITS_BY_COMMAND,
            """
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
            ) STRICT""",
            "CREATE UNIQUE INDEX events_by_id ON events (event_id)",
            NOTES,
            NOTES_OF_KEYS,
            "PRAGMA application_id = " + APPLICATION_ID);

    /** Against mistakes, not against attackers: whoever may write the file may drop the triggers too. */
    private static final List<String> APPEND_ONLY = List.of("commits", "events", "notes", "stream_links");

    private SqliteSchema() {}

    private static List<String> appendOnly(List<String> tables) {
        return tables.stream()
                .flatMap(table -> Stream.of("UPDATE", "DELETE")
                        .map(change ->
                                "CREATE TRIGGER %1$s_no_%2$s BEFORE %2$s ON %1$s BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
                                        .formatted(table, change)))
                .toList();
    }

    /** Format 1, of the first release, had no chain: its commits are hashed as they stand, and are from then on held to that. */
    private static final List<String> FROM_1_TO_2 = List.of(
            "DROP TRIGGER commits_no_UPDATE",
            "DROP TRIGGER commits_no_DELETE",
            "DROP INDEX commits_by_command",
            "ALTER TABLE commits RENAME TO commits_1",
            COMMITS,
            COMMITS_BY_COMMAND,
            NOTES,
            NOTES_OF_KEYS);

    /** Formats 1 and 2 had an index over stream and sequence. */
    private static final List<String> LINK_STREAMS = List.of("""
            INSERT INTO stream_links
            SELECT position, coalesce(lag(position) OVER (PARTITION BY stream ORDER BY sequence), 0) FROM events ORDER BY position""", """
            INSERT INTO stream_ends
            SELECT e.stream, e.sequence, e.position FROM events e
            WHERE NOT EXISTS (SELECT 1 FROM events later WHERE later.stream = e.stream AND later.sequence = e.sequence + 1)""", "DROP INDEX events_by_stream");

    /** Before anything is changed: refuses a file that is no ledger, or one that a later program has written. */
    static void refuseOther(Connection connection, Path file) throws SQLException {
        format(connection, file);
    }

    /** For who only reads: refuses a file that would have to be made or lifted first. */
    static void requireCurrent(Connection connection, Path file) throws SQLException {
        var format = format(connection, file);
        if (format == NEW) {
            throw new LedgerException("%s is empty; there is no ledger in it.".formatted(file));
        }
        if (format != VERSION) {
            throw new LedgerException(
                    ("%s is in ledger format %d and would have to be changed to format %d first. Copy the file itself, with its -wal file"
                                    + " if there is one, while nobody has it open, and start the system once with the copy: that changes the copy.")
                            .formatted(file, format, VERSION));
        }
    }

    /** Makes the tables if the file is new, or lifts those of an earlier format. */
    static void prepare(Connection connection, Path file) throws SQLException {
        refuseForeignTriggers(connection, file);
        if (format(connection, file) == VERSION) {
            return;
        }
        Sql.execute(connection, "BEGIN IMMEDIATE");
        try {
            // Another process may have made them while we waited for the lock.
            switch (format(connection, file)) {
                case NEW -> make(connection);
                case 1 -> {
                    link(connection);
                    chain(connection);
                }
                case 2 -> link(connection);
                default -> {}
            }
            Sql.execute(connection, "PRAGMA user_version = " + VERSION);
            Sql.execute(connection, "COMMIT");
        } catch (SQLException | RuntimeException e) {
            Sql.rollback(connection, e);
            throw e;
        }
    }

    /** A trigger that somebody else made would be run by this program, with what it may do. */
    private static void refuseForeignTriggers(Connection connection, Path file) throws SQLException {
        var own = Set.copyOf(appendOnly(APPEND_ONLY));
        try (var triggers = connection.prepareStatement("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")) {
            for (var trigger : Sql.list(triggers, row -> Map.entry(row.getString(1), row.getString(2)))) {
                if (!own.contains(trigger.getValue())) {
                    throw new LedgerException(
                            "%s has a trigger %s that this program did not make, so it is not opened: somebody changed the file. Verify it (infra/verify/verify), and go on with a copy of before."
                                    .formatted(file, trigger.getKey()));
                }
            }
        }
    }

    private static void make(Connection connection) throws SQLException {
        Sql.execute(connection, TABLES);
        Sql.execute(connection, STREAMS);
        Sql.execute(connection, appendOnly(APPEND_ONLY));
    }

    private static void link(Connection connection) throws SQLException {
        Sql.execute(connection, STREAMS);
        Sql.execute(connection, LINK_STREAMS);
        Sql.execute(connection, appendOnly(List.of("stream_links")));
    }

    private static void chain(Connection connection) throws SQLException {
        Sql.execute(connection, FROM_1_TO_2);
        SqliteLifting.chain(connection);
        Sql.execute(connection, "DROP TABLE commits_1");
        Sql.execute(connection, appendOnly(List.of("commits", "notes")));
    }

    /** @throws LedgerException if the file is neither new nor a ledger of a format known here */
    private static int format(Connection connection, Path file) throws SQLException {
        var version = Sql.number(connection, "PRAGMA user_version");
        if (Sql.number(connection, "PRAGMA application_id") == APPLICATION_ID) {
            if (version < 1 || version > VERSION) {
                throw new LedgerException("%s has the ledger format %d; this program reads and writes formats 1 to %d."
                        .formatted(file, version, VERSION));
            }
            return Math.toIntExact(version);
        }
        if (version != 0 || Sql.number(connection, "SELECT count(*) FROM sqlite_schema") != 0) {
            throw new LedgerException("%s is a database of something else, not a ledger.".formatted(file));
        }
        return NEW;
    }
}
