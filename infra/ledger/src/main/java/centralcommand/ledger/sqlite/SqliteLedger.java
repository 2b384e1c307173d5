package centralcommand.ledger.sqlite;

import centralcommand.ledger.Commit;
import centralcommand.ledger.Ledger;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.RecordedEvent;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** The ledger in one SQLite file, in write-ahead mode with {@code synchronous=FULL}: an append returns after the disk has it. */
public final class SqliteLedger implements Ledger {
    private final SqliteFile file;
    private final SqliteWriter writer;
    private final SqliteReaders readers;
    private final SqliteWakeUps wakeUps;
    private final ReentrantLock writing = new ReentrantLock(true);
    private boolean closed;

    private SqliteLedger(SqliteFile file, SqliteWriter writer) {
        this.file = file;
        this.writer = writer;
        this.readers = new SqliteReaders(file);
        this.wakeUps = new SqliteWakeUps(file);
    }

    /**
     * Opens the ledger in this file; makes it, readable by its owner only, if it is not there.
     *
     * @throws LedgerException if the file is no ledger, has a format of a later program, or cannot be opened
     */
    public static SqliteLedger open(Path path, Clock clock) {
        var file = SqliteFile.at(path);
        try {
            return new SqliteLedger(file, new SqliteWriter(file.openForWriting(), clock));
        } catch (SQLException e) {
            throw SqliteErrors.failed("be opened", file.path(), e);
        }
    }

    @Override
    public RecordedCommit append(Commit commit) {
        var recorded = write(commit);
        wakeUps.appended();
        return recorded;
    }

    private RecordedCommit write(Commit commit) {
        writing.lock();
        try {
            if (closed) {
                throw new LedgerException("The ledger %s is closed.".formatted(file.path()));
            }
            return writer.append(commit);
        } catch (SQLException e) {
            throw SqliteErrors.failed("be written", file.path(), e);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public List<RecordedEvent> read(long afterPosition, int limit) {
        requirePositive(limit);
        return readers.ask(queries -> queries.eventsAfter(afterPosition, limit));
    }

    @Override
    public List<RecordedEvent> readStream(String stream, long fromSequence, int limit) {
        requirePositive(limit);
        return readers.ask(queries -> queries.eventsOfStream(stream, fromSequence, limit));
    }

    @Override
    public Optional<RecordedCommit> findCommand(String actor, String commandId) {
        return readers.ask(queries -> queries.commitOf(actor, commandId));
    }

    @Override
    public long head() {
        return readers.ask(queries -> queries.head().position());
    }

    @Override
    public long lastSequence(String stream) {
        return readers.ask(queries -> queries.lastSequence(stream));
    }

    @Override
    public Registration onAppend(Runnable wakeUp) {
        return wakeUps.add(wakeUp);
    }

    /** Waits for the append and the queries under way. */
    @Override
    public void close() {
        wakeUps.close();
        writing.lock();
        try {
            if (!closed) {
                closed = true;
                closeConnections();
            }
        } catch (SQLException e) {
            throw SqliteErrors.failed("be closed", file.path(), e);
        } finally {
            writing.unlock();
        }
    }

    /** The writer last: the last connection to go moves the write-ahead log into the file, which a reader may not. */
    private void closeConnections() throws SQLException {
        try (writer) {
            readers.close();
        }
    }

    private static void requirePositive(int limit) {
        // SQLite takes a negative limit for none at all.
        if (limit < 1) {
            throw new IllegalArgumentException("The limit must be positive, but is %d.".formatted(limit));
        }
    }
}
