package centralcommand.ledger.sqlite;

import centralcommand.ledger.Ledger.Registration;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.append.Listeners;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners that something was appended, by this process at once, by another one within {@link #POLL}.
 *
 * <p>SQLite has no signal between processes. {@code PRAGMA data_version} changes when another connection has committed and costs
 * a look into shared memory, some microseconds; it is asked only while somebody listens.
 */
final class SqliteWakeUps implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteWakeUps.class);
    private static final Duration POLL = Duration.ofMillis(50);

    private final SqliteFile file;
    private final Listeners listeners = new Listeners();
    private volatile @Nullable Watch watch;
    private boolean closed;

    SqliteWakeUps(SqliteFile file) {
        this.file = file;
    }

    /** The version is read before this returns, so that no later append can be taken for an old one. */
    synchronized Registration add(Runnable wakeUp) {
        if (closed) {
            throw new LedgerException("The ledger %s is closed.".formatted(file.path()));
        }
        if (watch == null) {
            watch = startWatch();
        }
        var listener = listeners.add(wakeUp);
        return () -> remove(listener);
    }

    private synchronized void remove(Runnable listener) {
        if (listeners.remove(listener)) {
            stopWatch();
        }
    }

    /** To be called after each commit of this process. */
    void appended() {
        var current = watch;
        if (current != null) {
            current.look.release();
        }
    }

    private Watch startWatch() {
        try {
            var started = new Watch(file.openForReading());
            Thread.ofPlatform().daemon().name("ledger-wake-up").start(started);
            return started;
        } catch (SQLException e) {
            throw SqliteErrors.failed("be watched", file.path(), e);
        }
    }

    private void stopWatch() {
        var current = watch;
        if (current != null) {
            watch = null;
            current.stop();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        listeners.clear();
        stopWatch();
    }

    private final class Watch implements Runnable {
        private final Connection connection;
        private final Semaphore look = new Semaphore(0);
        private volatile boolean stopped;
        private long version;

        Watch(Connection connection) throws SQLException {
            this.connection = connection;
            this.version = Sql.number(connection, "PRAGMA data_version");
        }

        @Override
        public void run() {
            try (connection) {
                while (!stopped) {
                    if (look.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                        look.drainPermits();
                    }
                    if (!stopped && hasChanged()) {
                        listeners.wake();
                    }
                }
            } catch (InterruptedException e) {
                LOG.error("The watch over the ledger was interrupted; listeners are woken no more.", e);
            } catch (SQLException e) {
                LOG.warn("The connection that watched the ledger could not be closed.", e);
            }
        }

        private boolean hasChanged() {
            try {
                var now = Sql.number(connection, "PRAGMA data_version");
                var changed = now != version;
                version = now;
                return changed;
            } catch (SQLException e) {
                // Woken for nothing, listeners read and meet the trouble themselves; not woken, they would miss events.
                LOG.error("The ledger could not be watched; listeners are woken to look for themselves.", e);
                return true;
            }
        }

        /** Does not wait: it may be called by a listener, on the very thread that is to stop. */
        void stop() {
            stopped = true;
            look.release();
        }
    }
}
