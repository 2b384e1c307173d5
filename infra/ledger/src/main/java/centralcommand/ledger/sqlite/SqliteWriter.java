package centralcommand.ledger.sqlite;

import centralcommand.ledger.CommandKey;
import centralcommand.ledger.Commit;
import centralcommand.ledger.ConflictException;
import centralcommand.ledger.ConflictException.Reason;
import centralcommand.ledger.DuplicateCommandException;
import centralcommand.ledger.NewEvent;
import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.RecordedEvent;
import centralcommand.ledger.sqlite.SqliteQueries.Head;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one connection of this process that appends. For one thread at a time; other processes are kept out by SQLite's lock. */
final class SqliteWriter implements AutoCloseable {
    private final Connection connection;
    private final Clock clock;
    private final SqliteQueries queries;
    private final PreparedStatement insertCommit;
    private final PreparedStatement insertEvent;

    SqliteWriter(Connection connection, Clock clock) throws SQLException {
        this.connection = connection;
        this.clock = clock;
        queries = new SqliteQueries(connection);
        insertCommit = connection.prepareStatement("""
                INSERT INTO commits (number, recorded_at, first_position, event_count, actor, command_id, body_hash)
                VALUES (?, ?, ?, ?, ?, ?, ?)""");
        insertEvent = connection.prepareStatement("""
                INSERT INTO events
                  (position, commit_number, stream, sequence, event_id, type, revision, payload, metadata)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""");
    }

    /** Durable when it returns. */
    RecordedCommit append(Commit commit) throws SQLException {
        // The lock is taken before anything is looked at, so that what is checked still holds when it is written.
        Sql.execute(connection, "BEGIN IMMEDIATE");
        try {
            var recorded = record(commit);
            Sql.execute(connection, "COMMIT");
            return recorded;
        } catch (SQLException | RuntimeException e) {
            Sql.rollback(connection, e);
            throw e;
        }
    }

    private RecordedCommit record(Commit commit) throws SQLException {
        refuseDuplicate(commit.command());
        var head = queries.head();
        if (commit.expectedHead().isPresent() && commit.expectedHead().getAsLong() != head.position()) {
            throw new ConflictException(
                    new Reason.HeadMoved(commit.expectedHead().getAsLong(), head.position()));
        }
        refuseOtherThanNext(commit.events());
        var recorded = place(commit, head);
        insert(recorded);
        return recorded;
    }

    private void refuseDuplicate(@Nullable CommandKey command) throws SQLException {
        if (command != null) {
            var earlier = queries.commitOf(command.actor(), command.commandId());
            if (earlier.isPresent()) {
                throw new DuplicateCommandException(earlier.get());
            }
        }
    }

    private void refuseOtherThanNext(List<NewEvent> events) throws SQLException {
        var lastOf = new HashMap<String, Long>();
        for (var event : events) {
            var stream = event.stream();
            var known = lastOf.get(stream);
            long last = known != null ? known : queries.lastSequence(stream);
            if (event.sequence() != last + 1) {
                throw new ConflictException(new Reason.NotNext(stream, event.sequence(), last));
            }
            lastOf.put(stream, event.sequence());
        }
    }

    private RecordedCommit place(Commit commit, Head head) {
        var number = head.commit() + 1;
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var recordedAt = now.isBefore(head.recordedAt()) ? head.recordedAt() : now;
        var events = new ArrayList<RecordedEvent>(commit.events().size());
        for (var event : commit.events()) {
            events.add(RecordedEvent.of(event, head.position() + 1 + events.size(), number, recordedAt));
        }
        return new RecordedCommit(number, recordedAt, commit.command(), events);
    }

    private void insert(RecordedCommit commit) throws SQLException {
        var command = commit.command();
        insertCommit.setLong(1, commit.number());
        insertCommit.setLong(2, millis(commit.recordedAt()));
        insertCommit.setLong(3, commit.events().getFirst().position());
        insertCommit.setInt(4, commit.events().size());
        insertCommit.setString(5, command == null ? null : command.actor());
        insertCommit.setString(6, command == null ? null : command.commandId());
        insertCommit.setString(7, command == null ? null : command.bodyHash());
        insertCommit.executeUpdate();
        for (var event : commit.events()) {
            insert(event);
        }
    }

    private void insert(RecordedEvent event) throws SQLException {
        insertEvent.setLong(1, event.position());
        insertEvent.setLong(2, event.commit());
        insertEvent.setString(3, event.stream());
        insertEvent.setLong(4, event.sequence());
        insertEvent.setString(5, event.eventId());
        insertEvent.setString(6, event.type());
        insertEvent.setInt(7, event.revision());
        insertEvent.setBytes(8, event.payload());
        insertEvent.setBytes(9, event.metadata());
        try {
            insertEvent.executeUpdate();
        } catch (SQLException e) {
            // Positions and sequences were settled above, under the lock; the id is the only unique thing left.
            if (SqliteErrors.isUniqueViolation(e)) {
                throw new ConflictException(new Reason.EventIdTaken(event.eventId()));
            }
            throw e;
        }
    }

    private static long millis(Instant instant) {
        return instant.toEpochMilli();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
