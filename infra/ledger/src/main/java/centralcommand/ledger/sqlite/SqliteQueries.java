package centralcommand.ledger.sqlite;

import centralcommand.ledger.CommandKey;
import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.RecordedEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What can be asked of one connection; its statements are prepared once. For one thread at a time. */
final class SqliteQueries implements AutoCloseable {
    private static final String EVENTS = """
            SELECT e.position, e.commit_number, c.recorded_at, e.stream, e.sequence, e.event_id, e.type, e.revision,
                   e.payload, e.metadata
            FROM events e JOIN commits c ON c.number = e.commit_number
            """;

    private final Connection connection;
    private final PreparedStatement eventsAfter;
    private final PreparedStatement eventsOfStream;
    private final PreparedStatement commitOfCommand;
    private final PreparedStatement lastCommit;
    private final PreparedStatement lastOfStream;

    SqliteQueries(Connection connection) throws SQLException {
        this.connection = connection;
        eventsAfter = connection.prepareStatement(EVENTS + "WHERE e.position > ? ORDER BY e.position LIMIT ?");
        eventsOfStream = connection.prepareStatement(
                EVENTS + "WHERE e.stream = ? AND e.sequence >= ? ORDER BY e.sequence LIMIT ?");
        commitOfCommand = connection.prepareStatement("""
                SELECT number, recorded_at, first_position, event_count, actor, command_id, body_hash
                FROM commits WHERE actor = ? AND command_id = ?""");
        lastCommit = connection.prepareStatement("""
                SELECT number, recorded_at, first_position + event_count - 1
                FROM commits ORDER BY number DESC LIMIT 1""");
        lastOfStream = connection.prepareStatement("SELECT max(sequence) FROM events WHERE stream = ?");
    }

    /** Where the ledger ends. */
    record Head(long commit, Instant recordedAt, long position) {
        static final Head OF_EMPTY = new Head(0, Instant.EPOCH, 0);
    }

    List<RecordedEvent> eventsAfter(long position, int limit) throws SQLException {
        eventsAfter.setLong(1, position);
        eventsAfter.setInt(2, limit);
        return Sql.list(eventsAfter, SqliteQueries::event);
    }

    List<RecordedEvent> eventsOfStream(String stream, long fromSequence, int limit) throws SQLException {
        eventsOfStream.setString(1, stream);
        eventsOfStream.setLong(2, fromSequence);
        eventsOfStream.setInt(3, limit);
        return Sql.list(eventsOfStream, SqliteQueries::event);
    }

    Optional<RecordedCommit> commitOf(String actor, String commandId) throws SQLException {
        commitOfCommand.setString(1, actor);
        commitOfCommand.setString(2, commandId);
        var commits = Sql.list(commitOfCommand, this::commit);
        return commits.isEmpty() ? Optional.empty() : Optional.of(commits.getFirst());
    }

    Head head() throws SQLException {
        var heads = Sql.list(
                lastCommit, row -> new Head(row.getLong(1), Instant.ofEpochMilli(row.getLong(2)), row.getLong(3)));
        return heads.isEmpty() ? Head.OF_EMPTY : heads.getFirst();
    }

    long lastSequence(String stream) throws SQLException {
        lastOfStream.setString(1, stream);
        return Sql.list(lastOfStream, row -> {
                    var last = row.getLong(1);
                    return row.wasNull() ? -1L : last;
                })
                .getFirst();
    }

    private RecordedCommit commit(ResultSet row) throws SQLException {
        var firstPosition = row.getLong("first_position");
        return new RecordedCommit(
                row.getLong("number"),
                Instant.ofEpochMilli(row.getLong("recorded_at")),
                new CommandKey(row.getString("actor"), row.getString("command_id"), row.getString("body_hash")),
                eventsAfter(firstPosition - 1, row.getInt("event_count")));
    }

    private static RecordedEvent event(ResultSet row) throws SQLException {
        return new RecordedEvent(
                row.getLong(1),
                row.getLong(2),
                Instant.ofEpochMilli(row.getLong(3)),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getString(7),
                row.getInt(8),
                row.getBytes(9),
                row.getBytes(10));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
