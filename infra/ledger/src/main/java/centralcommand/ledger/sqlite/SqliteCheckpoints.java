package centralcommand.ledger.sqlite;

import centralcommand.ledger.LedgerException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the write-ahead log into the file beside the writer, which goes on appending meanwhile. Left to itself SQLite does it within a
 * commit, and everybody who waits for one waits for it too.
 *
 * <p>What was appended meanwhile is left over, and SQLite starts the log anew only when it was moved whole: the writer moves this rest,
 * which is small, before it writes again.
 */
final class SqliteCheckpoints implements AutoCloseable {
    /** Some thousand pages: more are longer to recover after a crash, fewer move the same pages too often. */
    private static final int COMMITS_BETWEEN = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(SqliteCheckpoints.class);

    private final Connection connection;
    private final Semaphore due = new Semaphore(0);
    private final Thread thread;
    private int commits;
    private volatile boolean bulkIsMoved;
    private volatile boolean closed;

    SqliteCheckpoints(Connection connection) {
        this.connection = connection;
        this.thread = Thread.ofPlatform().daemon().name("ledger-checkpoints").start(this::run);
    }

    /** To be called after each batch, by the thread that writes. */
    void appended(int more) {
        commits += more;
        if (commits >= COMMITS_BETWEEN) {
            commits = 0;
            due.release();
        }
    }

    /** To be called before each batch, by the thread that writes. */
    void moveRest(SqliteWriter writer) {
        if (bulkIsMoved) {
            bulkIsMoved = false;
            try {
                writer.checkpoint();
            } catch (SQLException e) {
                report(e);
            }
        }
    }

    private void run() {
        try {
            due.acquire();
            while (!closed) {
                due.drainPermits();
                move();
                due.acquire();
            }
        } catch (InterruptedException e) {
            LOG.error("Interrupted; the ledger's write-ahead log is moved by its writer from now on.", e);
        }
    }

    private void move() {
        try {
            checkpoint(connection);
            bulkIsMoved = true;
        } catch (SQLException e) {
            report(e);
        }
    }

    /** Neither waits for readers and writers nor makes them wait. */
    static void checkpoint(Connection connection) throws SQLException {
        Sql.execute(connection, "PRAGMA wal_checkpoint(PASSIVE)");
    }

    /** Nothing is lost: what was not moved is in the log, and the next checkpoint tries again. */
    private static void report(SQLException e) {
        LOG.warn("The ledger's write-ahead log could not be moved into its file; it grows until it can be.", e);
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        due.release();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerException("Interrupted while the ledger was being closed.", e);
        }
        connection.close();
    }
}
