package centralcommand.verify.source;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/** A SQLite file opened for reading only, once it is known to be a ledger in the format that this verifier reads. */
final class SqliteFile {
    private static final long APPLICATION_ID = 0x43434C47;
    private static final List<String> COMMITS = List.of(
            "number",
            "recorded_at",
            "epoch",
            "first_position",
            "event_count",
            "actor",
            "command_id",
            "body_hash",
            "hash",
            "subtrees");
    private static final List<String> EVENTS = List.of(
            "position", "commit_number", "stream", "sequence", "event_id", "type", "revision", "payload", "metadata");
    private static final List<String> LINKS = List.of("position", "previous");
    private static final long LINKED_FROM = 3;
    private static final List<String> NOTES = List.of("id", "kind", "size", "note");

    private SqliteFile() {}

    static Connection open(Path file) throws UnreadableException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(10_000);
        try {
            var connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
            try {
                execute(connection, "PRAGMA query_only = ON");
                // The file may come from somebody who wants the verifier to run what stands in it.
                execute(connection, "PRAGMA trusted_schema = OFF");
                execute(connection, "PRAGMA cell_size_check = ON");
                execute(connection, "PRAGMA temp_store = MEMORY");
                requireFormat(connection, file);
                return connection;
            } catch (SQLException | UnreadableException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new UnreadableException(
                    isCannotOpen(e)
                            ? "%s cannot be opened. Its folder must be writable, for SQLite keeps its -wal and -shm files beside it; copy all of them to such a folder."
                                    .formatted(file)
                            : "%s cannot be read as a SQLite file: %s".formatted(file, e.getMessage()));
        }
    }

    private static boolean isCannotOpen(SQLException e) {
        var code = e.getErrorCode() & 0xFF;
        return code == SQLiteErrorCode.SQLITE_CANTOPEN.code || code == SQLiteErrorCode.SQLITE_READONLY.code;
    }

    private static void requireFormat(Connection connection, Path file) throws SQLException, UnreadableException {
        var tables = texts(connection, "SELECT name FROM sqlite_schema WHERE name IN ('commits','events')");
        var applicationId = number(connection, "PRAGMA application_id");
        var format = format(connection);
        if (!tables.containsAll(Set.of("commits", "events"))) {
            throw new UnreadableException("%s is a SQLite file, but no ledger of Central Command.".formatted(file));
        }
        if (format == 1) {
            throw new UnreadableException(
                    "%s is in format 1, whose commits are not chained yet, so there is nothing to verify. Start the system once with it: that lifts it to format 3."
                            .formatted(file));
        }
        if (applicationId != APPLICATION_ID) {
            throw new UnreadableException(
                    "%s is a SQLite file, but no ledger of Central Command: its application id is another one."
                            .formatted(file));
        }
        if (format != 2 && format != LINKED_FROM) {
            throw new UnreadableException(
                    "%s is in format %d; this verifier reads formats 2 and 3.".formatted(file, format));
        }
        if (!"UTF-8".equals(String.join("", texts(connection, "PRAGMA encoding")))) {
            throw new UnreadableException("%s keeps its texts in another encoding than UTF-8.".formatted(file));
        }
        requireTable(connection, file, "commits", COMMITS);
        requireTable(connection, file, "events", EVENTS);
        requireTable(connection, file, "notes", NOTES);
        if (isLinked(connection)) {
            requireTable(connection, file, "stream_links", LINKS);
            requireEnds(connection, file);
        }
    }

    static long format(Connection connection) throws SQLException {
        return number(connection, "PRAGMA user_version");
    }

    /** Whether it says of each event which one is before it in its stream: format 2 does not. */
    static boolean isLinked(Connection connection) throws SQLException {
        return format(connection) >= LINKED_FROM;
    }

    /** Ends are looked up by stream for each event: without that key SQLite would make an index of them all in memory. */
    private static void requireEnds(Connection connection, Path file) throws SQLException, UnreadableException {
        var real = number(
                connection,
                "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND name = 'stream_ends' AND type = 'table' AND wr = 1");
        var keyed = number(
                connection,
                "SELECT count(*) FROM pragma_table_info('stream_ends') WHERE name = 'stream' AND upper(type) = 'TEXT' AND pk = 1");
        var found = texts(connection, "SELECT name FROM pragma_table_info('stream_ends')");
        if (real != 1 || keyed != 1 || !found.containsAll(Set.of("stream", "sequence", "position"))) {
            throw otherTable(file, "stream_ends");
        }
    }

    /** A view, or a table whose key is not its row id, could show different rows each time it is asked. */
    private static void requireTable(Connection connection, Path file, String table, List<String> columns)
            throws SQLException, UnreadableException {
        var real = number(
                connection,
                "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND name = '%s' AND type = 'table' AND wr = 0"
                        .formatted(table));
        var keyed = number(
                connection,
                "SELECT count(*) FROM pragma_table_info('%s') WHERE name = '%s' AND upper(type) = 'INTEGER' AND pk = 1"
                        .formatted(table, columns.getFirst()));
        var found = texts(connection, "SELECT name FROM pragma_table_info('%s')".formatted(table));
        if (real != 1 || keyed != 1 || !found.containsAll(columns)) {
            throw otherTable(file, table);
        }
    }

    private static UnreadableException otherTable(Path file, String table) {
        return new UnreadableException("%s says in which format it is, but its table %s is not the one of that format."
                .formatted(file, table));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private static Set<String> texts(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            var texts = new LinkedHashSet<String>();
            while (rows.next()) {
                texts.add(String.valueOf(rows.getString(1)));
            }
            return texts;
        }
    }
}
