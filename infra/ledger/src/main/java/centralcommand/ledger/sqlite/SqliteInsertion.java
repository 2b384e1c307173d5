package centralcommand.ledger.sqlite;

import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.RecordedEvent;
import centralcommand.ledger.append.Placed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Writes commits that have their place into the tables. */
final class SqliteInsertion {
    private final PreparedStatement commit;
    private final PreparedStatement event;

    SqliteInsertion(Connection connection) throws SQLException {
        commit = connection.prepareStatement("""
                INSERT INTO commits
                  (number, recorded_at, epoch, first_position, event_count, actor, command_id, body_hash, hash, subtrees)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
        event = connection.prepareStatement("""
                INSERT INTO events
                  (position, commit_number, stream, sequence, event_id, type, revision, payload, metadata)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""");
    }

    void insert(Placed placed) throws SQLException {
        insertCommit(placed);
        for (var each : placed.commit().events()) {
            insert(each);
        }
    }

    void insertCommit(Placed placed) throws SQLException {
        RecordedCommit recorded = placed.commit();
        var command = recorded.command();
        commit.setLong(1, recorded.number());
        commit.setLong(2, recorded.recordedAt().toEpochMilli());
        commit.setLong(3, recorded.epoch());
        commit.setLong(4, recorded.first());
        commit.setInt(5, recorded.events().size());
        commit.setString(6, command == null ? null : command.actor());
        commit.setString(7, command == null ? null : command.commandId());
        commit.setString(8, command == null ? null : command.bodyHash());
        commit.setBytes(9, recorded.hash().bytes());
        commit.setBytes(10, placed.subtreeBytes());
        commit.executeUpdate();
    }

    private void insert(RecordedEvent recorded) throws SQLException {
        event.setLong(1, recorded.position());
        event.setLong(2, recorded.commit());
        event.setString(3, recorded.stream());
        event.setLong(4, recorded.sequence());
        event.setString(5, recorded.eventId());
        event.setString(6, recorded.type());
        event.setInt(7, recorded.revision());
        event.setBytes(8, recorded.payload());
        event.setBytes(9, recorded.metadata());
        event.executeUpdate();
    }
}
