package centralcommand.ledger.sqlite;

import centralcommand.ledger.LedgerException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A few connections for reading; each is lent for one short query, and no snapshot is held between queries. */
final class SqliteReaders implements AutoCloseable {
    private static final int CONNECTIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SqliteFile file;
    private final Semaphore permits = new Semaphore(CONNECTIONS, true);
    private final ConcurrentLinkedDeque<SqliteQueries> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    SqliteReaders(SqliteFile file) {
        this.file = file;
    }

    <T> T ask(Question<T> question) {
        acquire(1);
        try {
            var queries = idle.poll();
            if (queries == null) {
                queries = new SqliteQueries(file.openForReading());
            }
            return answer(queries, question);
        } catch (SQLException e) {
            throw SqliteErrors.failed("be read", file.path(), e);
        } finally {
            permits.release();
        }
    }

    private <T> T answer(SqliteQueries queries, Question<T> question) throws SQLException {
        try {
            var answer = question.ask(queries);
            idle.push(queries);
            return answer;
        } catch (SQLException | RuntimeException | Error e) {
            // Whatever state it was left in, the next query gets another one.
            queries.close();
            throw e;
        }
    }

    private void acquire(int count) {
        try {
            if (!permits.tryAcquire(count, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new LedgerException("No connection to %s came free within %d seconds."
                        .formatted(file.path(), PATIENCE.toSeconds()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerException("Interrupted while waiting to read %s.".formatted(file.path()), e);
        }
        if (closed) {
            permits.release(count);
            throw new LedgerException("The ledger %s is closed.".formatted(file.path()));
        }
    }

    /** Waits for the queries under way. */
    @Override
    public void close() throws SQLException {
        if (closed) {
            return;
        }
        acquire(CONNECTIONS);
        closed = true;
        permits.release(CONNECTIONS);
        for (var queries = idle.poll(); queries != null; queries = idle.poll()) {
            queries.close();
        }
    }

    @FunctionalInterface
    interface Question<T> {
        T ask(SqliteQueries queries) throws SQLException;
    }
}
