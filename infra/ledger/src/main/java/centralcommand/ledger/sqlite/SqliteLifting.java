package centralcommand.ledger.sqlite;

import centralcommand.ledger.CommandKey;
import centralcommand.ledger.append.Chain;
import centralcommand.ledger.append.Tip;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Gives the commits of a file of format 1 an epoch and their hashes, inside the transaction that makes the new tables. */
final class SqliteLifting {
    private SqliteLifting() {}

    static void chain(Connection connection) throws SQLException {
        var chain = new Chain(Tip.OF_EMPTY);
        var queries = new SqliteQueries(connection);
        var insertion = new SqliteInsertion(connection);
        try (var statement = connection.createStatement();
                var commits = statement.executeQuery("""
                        SELECT first_position, event_count, recorded_at, actor, command_id, body_hash
                        FROM commits_1 ORDER BY number""")) {
            while (commits.next()) {
                var recordedAt = Instant.ofEpochMilli(commits.getLong(3));
                var events = queries.eventsAt(commits.getLong(1), commits.getInt(2), recordedAt);
                insertion.insertCommit(chain.add(Tip.OF_EMPTY.epoch(), recordedAt, command(commits), events));
            }
        }
    }

    private static @Nullable CommandKey command(ResultSet commit) throws SQLException {
        var actor = commit.getString(4);
        return actor == null ? null : new CommandKey(actor, commit.getString(5), commit.getString(6));
    }
}
