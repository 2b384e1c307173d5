package centralcommand.ledger.sqlite;

import centralcommand.ledger.AdoptingLedger;
import centralcommand.ledger.Commit;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.Notes;
import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.RecordedEvent;
import centralcommand.ledger.append.GroupCommit;
import centralcommand.ledger.append.GroupCommit.By;
import centralcommand.ledger.append.Outcome;
import centralcommand.ledger.proof.MerkleTree;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** The ledger in one SQLite file, in write-ahead mode with {@code synchronous=FULL}: an append returns after the disk has it. */
public final class SqliteLedger implements AdoptingLedger {
    private final SqliteFile file;
    private final Clock clock;
    private final SqliteCheckpoints checkpoints;
    private final SqliteReaders readers;
    private final SqliteWakeUps wakeUps;
    private final GroupCommit commits;
    private final ReentrantLock writing = new ReentrantLock(true);
    private SqliteWriter writer;
    private boolean closed;

    private SqliteLedger(SqliteFile file, Clock clock, SqliteWriter writer, SqliteCheckpoints checkpoints) {
        this.file = file;
        this.clock = clock;
        this.writer = writer;
        this.checkpoints = checkpoints;
        this.readers = new SqliteReaders(file);
        this.wakeUps = new SqliteWakeUps(file);
        this.commits = new GroupCommit(file.path().toString(), this::writeBatch, By.WHO_IS_ALONE);
    }

    /**
     * Opens the ledger in this file; makes it, readable by its owner only, if it is not there.
     *
     * @throws LedgerException if the file is no ledger, has a format of a later program, or cannot be opened
     */
    public static SqliteLedger open(Path path, Clock clock) {
        var file = SqliteFile.at(path);
        try {
            return new SqliteLedger(
                    file, clock, SqliteWriter.open(file, clock), new SqliteCheckpoints(file.openForCheckpoints()));
        } catch (SQLException e) {
            throw SqliteErrors.failed("be opened", file.path(), e);
        }
    }

    @Override
    public RecordedCommit append(Commit commit) {
        return commits.append(commit);
    }

    private List<Outcome> writeBatch(List<Commit> batch) {
        var outcomes = write(open -> {
            checkpoints.moveRest(open);
            return open.write(batch);
        });
        checkpoints.appended(batch.size());
        wakeUps.appended();
        return outcomes;
    }

    @Override
    public void adopt(List<RecordedCommit> commits) {
        write(open -> {
            open.adopt(commits);
            return commits;
        });
        wakeUps.appended();
    }

    <T> T write(Change<T> change) {
        writing.lock();
        try {
            if (closed) {
                throw new LedgerException("The ledger %s is closed.".formatted(file.path()));
            }
            if (writer.isBroken()) {
                writer.close();
                writer = SqliteWriter.open(file, clock);
            }
            return change.by(writer);
        } catch (SQLException e) {
            throw SqliteErrors.failed("be written", file.path(), e);
        } finally {
            writing.unlock();
        }
    }

    <T> T ask(SqliteReaders.Question<T> question) {
        return readers.ask(question);
    }

    /** What is done with the one connection that writes. */
    @FunctionalInterface
    interface Change<T> {
        T by(SqliteWriter writer) throws SQLException;
    }

    @Override
    public List<RecordedEvent> read(long afterPosition, int limit) {
        requirePositive(limit);
        return ask(queries -> queries.eventsAfter(afterPosition, limit));
    }

    @Override
    public List<RecordedEvent> readStream(String stream, long fromSequence, int limit) {
        requirePositive(limit);
        return ask(queries -> queries.eventsOfStream(stream, fromSequence, limit));
    }

    @Override
    public List<RecordedCommit> readCommits(long afterNumber, int limit) {
        requirePositive(limit);
        return ask(queries -> queries.commitsAfter(afterNumber, limit));
    }

    @Override
    public Optional<RecordedCommit> findCommand(String actor, String commandId) {
        return ask(queries -> queries.commitOf(actor, commandId));
    }

    @Override
    public long head() {
        return ask(queries -> queries.head().position());
    }

    @Override
    public long commits() {
        return ask(queries -> queries.head().commits());
    }

    @Override
    public long lastSequence(String stream) {
        return ask(queries -> queries.endOfStream(stream).sequence());
    }

    @Override
    public MerkleTree tree() {
        return new MerkleTree((level, index) -> ask(queries -> queries.node(level, index)));
    }

    @Override
    public Notes notes() {
        return new SqliteNotes(this);
    }

    @Override
    public Registration onAppend(Runnable wakeUp) {
        return wakeUps.add(wakeUp);
    }

    /** Waits for the appends and the queries under way. */
    @Override
    public void close() {
        commits.close();
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
        try (var _ = writer) {
            checkpoints.close();
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
