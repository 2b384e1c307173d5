package centralcommand.ledger.sqlite;

import static centralcommand.ledger.sqlite.SqliteStreams.SIGNPOST_EVERY;

import centralcommand.ledger.CommandKey;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.Notes.Kind;
import centralcommand.ledger.Notes.Note;
import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.RecordedEvent;
import centralcommand.ledger.append.Tip;
import centralcommand.ledger.proof.Frontier;
import centralcommand.ledger.proof.Hash;
import centralcommand.ledger.proof.MerkleTree;
import centralcommand.ledger.sqlite.SqliteStreams.End;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be asked of one connection; its statements are prepared once. For one thread at a time. */
final class SqliteQueries implements AutoCloseable {
    private static final String EVENT =
            "e.position, e.commit_number, e.stream, e.sequence, e.event_id, e.type, e.revision,"
                    + " e.payload, e.metadata";

    private static final String EVENTS =
            "SELECT " + EVENT + ", c.recorded_at FROM events e JOIN commits c ON c.number = e.commit_number ";

    private static final String COMMITS = """
            SELECT number, recorded_at, epoch, first_position, event_count, actor, command_id, body_hash, hash
            FROM commits
            """;

    private static final String NOTES = "SELECT id, kind, size, note FROM notes ";

    private final Connection connection;
    private final PreparedStatement eventsAfter;
    private final PreparedStatement eventsAt;
    private final PreparedStatement endOfStream;
    private final PreparedStatement signpost;
    private final PreparedStatement eventsBackwards;
    private final PreparedStatement commitsAfter;
    private final PreparedStatement commitOfCommand;
    private final PreparedStatement lastCommit;
    private final PreparedStatement eventOfId;
    private final PreparedStatement nodesOfCommit;
    private final PreparedStatement notesAfter;
    private final PreparedStatement keys;
    private final PreparedStatement latestNote;

    SqliteQueries(Connection connection) throws SQLException {
        this.connection = connection;
        eventsAfter = connection.prepareStatement(EVENTS + "WHERE e.position > ? ORDER BY e.position LIMIT ?");
        eventsAt = connection.prepareStatement(
                "SELECT " + EVENT + " FROM events e WHERE position >= ? AND position < ? ORDER BY position");
        endOfStream = connection.prepareStatement("SELECT sequence, position FROM stream_ends WHERE stream = ?");
        signpost = connection.prepareStatement(
                "SELECT sequence, position FROM events WHERE stream = ? AND sequence = ? AND sequence %% %d = 0"
                        .formatted(SIGNPOST_EVERY));
        eventsBackwards = connection.prepareStatement("""
                WITH RECURSIVE back (position, sequence) AS (
                  VALUES (?, ?)
                  UNION ALL
                  SELECT l.previous, b.sequence - 1 FROM back b CROSS JOIN stream_links l ON l.position = b.position
                  WHERE b.sequence > ?)
                SELECT %s, c.recorded_at, b.sequence
                FROM back b CROSS JOIN events e ON e.position = b.position CROSS JOIN commits c ON c.number = e.commit_number
                WHERE b.sequence <= ? ORDER BY b.position""".formatted(EVENT));
        commitsAfter = connection.prepareStatement(COMMITS + "WHERE number > ? ORDER BY number LIMIT ?");
        commitOfCommand = connection.prepareStatement(COMMITS + "WHERE actor = ? AND command_id = ?");
        lastCommit = connection.prepareStatement("""
                SELECT number, recorded_at, epoch, first_position + event_count - 1, hash
                FROM commits ORDER BY number DESC LIMIT 1""");
        eventOfId = connection.prepareStatement("SELECT 1 FROM events WHERE event_id = ?");
        nodesOfCommit = connection.prepareStatement("SELECT hash, subtrees FROM commits WHERE number = ?");
        notesAfter = connection.prepareStatement(NOTES + "WHERE id > ? ORDER BY id LIMIT ?");
        keys = connection.prepareStatement(NOTES + "WHERE kind = 'key' ORDER BY id");
        latestNote = connection.prepareStatement(NOTES + "WHERE kind = ? ORDER BY id DESC LIMIT 1");
    }

    List<RecordedEvent> eventsAfter(long position, int limit) throws SQLException {
        eventsAfter.setLong(1, position);
        eventsAfter.setInt(2, limit);
        return Sql.list(eventsAfter, SqliteQueries::event);
    }

    /** The events of one commit. */
    List<RecordedEvent> eventsAt(long first, int count, Instant recordedAt) throws SQLException {
        eventsAt.setLong(1, first);
        eventsAt.setLong(2, first + count);
        return Sql.list(eventsAt, row -> event(row, recordedAt));
    }

    /** Walks back from the end of the stream, or from the signpost after the last event that is wanted. */
    List<RecordedEvent> eventsOfStream(String stream, long fromSequence, int limit) throws SQLException {
        var first = Math.max(0, fromSequence);
        var end = endOfStream(stream);
        if (end.sequence() < first) {
            return List.of();
        }
        var last = Math.min(end.sequence(), first + limit - 1);
        var start = signpost(stream, Math.ceilDiv(last, SIGNPOST_EVERY) * SIGNPOST_EVERY)
                .orElse(end);
        eventsBackwards.setLong(1, start.position());
        eventsBackwards.setLong(2, start.sequence());
        eventsBackwards.setLong(3, first);
        eventsBackwards.setLong(4, last);
        var events = Sql.list(eventsBackwards, row -> linked(event(row), stream, row.getLong(11)));
        if (events.size() != last - first + 1) {
            throw broken(stream);
        }
        return events;
    }

    private static RecordedEvent linked(RecordedEvent event, String stream, long sequence) {
        if (event.sequence() != sequence || !event.stream().equals(stream)) {
            throw broken(stream);
        }
        return event;
    }

    private static LedgerException broken(String stream) {
        return new LedgerException(
                "The events of %s are not linked as they should be; somebody changed the file. infra/verify/verify says what and where."
                        .formatted(stream));
    }

    private Optional<End> signpost(String stream, long sequence) throws SQLException {
        signpost.setString(1, stream);
        signpost.setLong(2, sequence);
        return Sql.first(signpost, SqliteQueries::end);
    }

    End endOfStream(String stream) throws SQLException {
        endOfStream.setString(1, stream);
        return Sql.first(endOfStream, SqliteQueries::end).orElse(End.OF_EMPTY);
    }

    private static End end(ResultSet row) throws SQLException {
        return new End(row.getLong(1), row.getLong(2));
    }

    List<RecordedCommit> commitsAfter(long number, int limit) throws SQLException {
        commitsAfter.setLong(1, number);
        commitsAfter.setInt(2, limit);
        return Sql.list(commitsAfter, this::commit);
    }

    Optional<RecordedCommit> commitOf(String actor, String commandId) throws SQLException {
        commitOfCommand.setString(1, actor);
        commitOfCommand.setString(2, commandId);
        return Sql.first(commitOfCommand, this::commit);
    }

    /** Where the ledger ends, with the right edge of its tree. */
    Tip tip() throws SQLException {
        var last = Sql.first(
                lastCommit,
                row -> new Tip(
                        row.getLong(1),
                        row.getLong(4),
                        Instant.ofEpochMilli(row.getLong(2)),
                        row.getLong(3),
                        Hash.of(row.getBytes(5)),
                        Frontier.EMPTY));
        if (last.isEmpty()) {
            return Tip.OF_EMPTY;
        }
        var tip = last.get();
        return tip.with(new MerkleTree(this::nodeOrThrow).frontier(tip.number()));
    }

    /** The number of the last commit and the position of the last event. */
    Head head() throws SQLException {
        return Sql.first(lastCommit, row -> new Head(row.getLong(1), row.getLong(4)))
                .orElse(Head.OF_EMPTY);
    }

    /** Where the ledger ends. */
    record Head(long commits, long position) {
        static final Head OF_EMPTY = new Head(0, 0);
    }

    /** @throws IllegalArgumentException if the tree is not that large */
    Hash node(int level, long index) throws SQLException {
        nodesOfCommit.setLong(1, (index + 1) << level);
        return Sql.first(nodesOfCommit, row -> {
                    var hashes = row.getBytes(level == 0 ? 1 : 2);
                    var from = level == 0 ? 0 : (level - 1) * Hash.BYTES;
                    if (hashes == null || hashes.length < from + Hash.BYTES) {
                        throw new LedgerException(
                                "Commit %d lacks hashes that it was stored with; somebody changed the file. infra/verify/verify says what and where."
                                        .formatted((index + 1) << level));
                    }
                    return Hash.of(Arrays.copyOfRange(hashes, from, from + Hash.BYTES));
                })
                .orElseThrow(() -> new IllegalArgumentException(
                        "The tree has no complete subtree %d of 2^%d commits.".formatted(index, level)));
    }

    private Hash nodeOrThrow(int level, long index) {
        try {
            return node(level, index);
        } catch (SQLException e) {
            throw new LedgerException("The tree of the ledger could not be read: " + e.getMessage(), e);
        }
    }

    boolean hasEvent(String eventId) throws SQLException {
        eventOfId.setString(1, eventId);
        return Sql.first(eventOfId, row -> true).isPresent();
    }

    List<Note> notesAfter(long id, int limit) throws SQLException {
        notesAfter.setLong(1, id);
        notesAfter.setInt(2, limit);
        return Sql.list(notesAfter, SqliteQueries::note);
    }

    List<Note> keys() throws SQLException {
        return Sql.list(keys, SqliteQueries::note);
    }

    long noteCount() throws SQLException {
        return Sql.number(connection, "SELECT count(*) FROM notes");
    }

    Optional<Note> latestNote(Kind kind) throws SQLException {
        latestNote.setString(1, SqliteNotes.stored(kind));
        return Sql.first(latestNote, SqliteQueries::note);
    }

    private static Note note(ResultSet row) throws SQLException {
        return new Note(row.getLong(1), SqliteNotes.kind(row.getString(2)), row.getLong(3), row.getString(4));
    }

    private RecordedCommit commit(ResultSet row) throws SQLException {
        var recordedAt = Instant.ofEpochMilli(row.getLong(2));
        var first = row.getLong(4);
        var actor = row.getString(6);
        return new RecordedCommit(
                row.getLong(1),
                first,
                row.getLong(3),
                recordedAt,
                actor == null ? null : new CommandKey(actor, row.getString(7), row.getString(8)),
                eventsAt(first, row.getInt(5), recordedAt),
                Hash.of(row.getBytes(9)));
    }

    private static RecordedEvent event(ResultSet row) throws SQLException {
        return event(row, Instant.ofEpochMilli(row.getLong(10)));
    }

    private static RecordedEvent event(ResultSet row, Instant recordedAt) throws SQLException {
        return new RecordedEvent(
                row.getLong(1),
                row.getLong(2),
                recordedAt,
                text(row, 3),
                row.getLong(4),
                text(row, 5),
                text(row, 6),
                row.getInt(7),
                row.getBytes(8),
                row.getBytes(9));
    }

    /** The driver decodes texts by way of a buffer that it makes for each, at twice the cost. */
    private static String text(ResultSet row, int column) throws SQLException {
        return new String(row.getBytes(column), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
