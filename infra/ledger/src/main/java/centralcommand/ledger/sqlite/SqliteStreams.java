package centralcommand.ledger.sqlite;

import centralcommand.ledger.RecordedEvent;
import centralcommand.ledger.append.RecentStreams;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Where each stream ends, and how its events are linked, for the one connection that writes. */
final class SqliteStreams {
    /** Every 64th event of a stream is found by its sequence, so that a page of a long stream is reached without walking back from its end. */
    static final int SIGNPOST_EVERY = 64;

    private final SqliteQueries queries;
    private final PreparedStatement insertLink;
    private final PreparedStatement moveEnd;
    private final RecentStreams<End> known = new RecentStreams<>();
    private final Map<String, End> moved = new HashMap<>();

    /**
     * The last event of a stream.
     *
     * @param sequence -1 of an empty stream
     * @param position 0 of an empty stream
     */
    record End(long sequence, long position) {
        static final End OF_EMPTY = new End(-1, 0);
    }

    SqliteStreams(Connection connection, SqliteQueries queries) throws SQLException {
        this.queries = queries;
        insertLink = connection.prepareStatement("INSERT INTO stream_links (position, previous) VALUES (?, ?)");
        moveEnd = connection.prepareStatement("""
                INSERT INTO stream_ends (stream, sequence, position) VALUES (?, ?, ?)
                ON CONFLICT (stream) DO UPDATE SET sequence = excluded.sequence, position = excluded.position""");
    }

    /** As of what was added, flushed or not. */
    End end(String stream) throws SQLException {
        var end = moved.get(stream);
        if (end == null) {
            end = known.get(stream);
        }
        if (end == null) {
            end = queries.endOfStream(stream);
            known.put(stream, end);
        }
        return end;
    }

    void add(RecordedEvent event) throws SQLException {
        insertLink.setLong(1, event.position());
        insertLink.setLong(2, end(event.stream()).position());
        insertLink.executeUpdate();
        moved.put(event.stream(), new End(event.sequence(), event.position()));
    }

    /** To be called before the transaction is committed: an end that moved more than once in it is written once. */
    void flush() throws SQLException {
        for (var each : moved.entrySet()) {
            moveEnd.setString(1, each.getKey());
            moveEnd.setLong(2, each.getValue().sequence());
            moveEnd.setLong(3, each.getValue().position());
            moveEnd.executeUpdate();
        }
        known.putAll(moved);
        moved.clear();
    }

    /** To be called when the transaction was given up, or when somebody else has written. */
    void forget() {
        moved.clear();
        known.clear();
    }
}
