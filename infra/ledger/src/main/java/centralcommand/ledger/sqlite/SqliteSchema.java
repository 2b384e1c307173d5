package centralcommand.ledger.sqlite;

import centralcommand.ledger.LedgerException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The tables of a ledger file, and the marks by which a file is known to be one. */
final class SqliteSchema {
    /** "CCLG", in the header of the file, so that {@code file} and we can tell it from other databases. */
    private static final int APPLICATION_ID = 0x43434C47;

    private static final int VERSION = 1;

    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE commits (
              number         INTEGER PRIMARY KEY,
              recorded_at    INTEGER NOT NULL,
              first_position INTEGER NOT NULL,
              event_count    INTEGER NOT NULL CHECK (event_count > 0),
              actor          TEXT,
              command_id     TEXT,
              body_hash      TEXT,
              CHECK ((actor IS NULL) = (command_id IS NULL) AND (actor IS NULL) = (body_hash IS NULL))
            ) STRICT""",
            "CREATE UNIQUE INDEX commits_by_command ON commits (actor, command_id) WHERE actor IS NOT NULL",
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
            "CREATE UNIQUE INDEX events_by_stream ON events (stream, sequence)",
            "CREATE UNIQUE INDEX events_by_id ON events (event_id)",
            // Against mistakes, not against attackers: whoever may write the file may drop these too.
            appendOnly("commits", "UPDATE"),
            appendOnly("commits", "DELETE"),
            appendOnly("events", "UPDATE"),
            appendOnly("events", "DELETE"),
            "PRAGMA application_id = " + APPLICATION_ID,
            "PRAGMA user_version = " + VERSION);

    private SqliteSchema() {}

    private static String appendOnly(String table, String change) {
        return "CREATE TRIGGER %1$s_no_%2$s BEFORE %2$s ON %1$s BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
                .formatted(table, change);
    }

    /** Before anything is changed: refuses a file that is no ledger, or one that a later program has written. */
    static void refuseOther(Connection connection, Path file) throws SQLException {
        isPrepared(connection, file);
    }

    /** Makes the tables if the file is new. */
    static void prepare(Connection connection, Path file) throws SQLException {
        if (isPrepared(connection, file)) {
            return;
        }
        Sql.execute(connection, "BEGIN IMMEDIATE");
        try {
            // Another process may have made them while we waited for the lock.
            if (!isPrepared(connection, file)) {
                for (var statement : TABLES) {
                    Sql.execute(connection, statement);
                }
            }
            Sql.execute(connection, "COMMIT");
        } catch (SQLException | RuntimeException e) {
            Sql.rollback(connection, e);
            throw e;
        }
    }

    /** @throws LedgerException if the file is neither new nor a ledger of this format */
    private static boolean isPrepared(Connection connection, Path file) throws SQLException {
        var version = Sql.number(connection, "PRAGMA user_version");
        if (Sql.number(connection, "PRAGMA application_id") == APPLICATION_ID) {
            if (version != VERSION) {
                throw new LedgerException("%s has the ledger format %d; this program reads and writes only format %d."
                        .formatted(file, version, VERSION));
            }
            return true;
        }
        if (version != 0 || Sql.number(connection, "SELECT count(*) FROM sqlite_schema") != 0) {
            throw new LedgerException("%s is a database of something else, not a ledger.".formatted(file));
        }
        return false;
    }
}
