package centralcommand.ledger.sqlite;

import centralcommand.ledger.Commit;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.Notes.Kind;
import centralcommand.ledger.Notes.Note;
import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.append.Adoption;
import centralcommand.ledger.append.Lookups;
import centralcommand.ledger.append.Outcome;
import centralcommand.ledger.append.Placed;
import centralcommand.ledger.append.Placement;
import centralcommand.ledger.append.Placement.Check;
import centralcommand.ledger.append.Tip;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one connection of this process that writes. For one thread at a time; other processes are kept out by SQLite's lock, which is taken
 * before anything is looked at, so that what was checked still holds when it is written.
 */
final class SqliteWriter implements AutoCloseable {
    private final Connection connection;
    private final Path file;
    private final Clock clock;
    private final SqliteQueries queries;
    private final SqliteInsertion insertion;
    private final SqliteStreams streams;
    private final PreparedStatement insertNote;
    private final Lookups lookups = new Asked();

    /** As of the last write of this process; another one may have gone on from there. */
    private Tip remembered = Tip.OF_EMPTY;

    private boolean broken;

    /** On a connection of its own. */
    static SqliteWriter open(SqliteFile file, Clock clock) throws SQLException {
        return new SqliteWriter(file.openForWriting(), file.path(), clock);
    }

    SqliteWriter(Connection connection, Path file, Clock clock) throws SQLException {
        this.connection = connection;
        this.file = file;
        this.clock = clock;
        queries = new SqliteQueries(connection);
        insertion = new SqliteInsertion(connection);
        streams = new SqliteStreams(connection, queries);
        insertNote = connection.prepareStatement("INSERT INTO notes (id, kind, size, note) VALUES (?, ?, ?, ?)");
    }

    /** All of the batch with one write to the disk. Where that fails, each by itself: what cannot be stored fails alone. */
    List<Outcome> write(List<Commit> batch) {
        try {
            begin();
            List<Outcome> outcomes;
            Placement placement;
            try {
                placement = placement(Check.SEQUENCES);
                outcomes = insert(batch, placement);
                streams.flush();
            } catch (SQLException | RuntimeException | Error e) {
                rollback(e);
                if (broken) {
                    throw e;
                }
                return batch.stream().map(this::alone).toList();
            }
            commit(placement);
            return outcomes;
        } catch (SQLException e) {
            throw SqliteErrors.failed("be written", file, e);
        }
    }

    private Outcome alone(Commit commit) {
        try {
            begin();
            Outcome outcome;
            Placement placement;
            try {
                placement = placement(Check.EVERYTHING);
                outcome = insert(commit, placement);
                streams.flush();
            } catch (SQLException | RuntimeException | Error e) {
                rollback(e);
                throw e;
            }
            commit(placement);
            return outcome;
        } catch (SQLException e) {
            return new Outcome.Refused(SqliteErrors.failed("be written", file, e));
        }
    }

    private Placement placement(Check check) throws SQLException {
        return new Placement(tip(), lookups, clock.instant().truncatedTo(ChronoUnit.MILLIS), check);
    }

    private List<Outcome> insert(List<Commit> batch, Placement placement) throws SQLException {
        var outcomes = new ArrayList<Outcome>(batch.size());
        for (var commit : batch) {
            outcomes.add(insert(commit, placement));
        }
        return outcomes;
    }

    private Outcome insert(Commit commit, Placement placement) throws SQLException {
        Placed placed;
        try {
            placed = placement.place(commit);
        } catch (LedgerException refusal) {
            return new Outcome.Refused(refusal);
        }
        insert(placed);
        return new Outcome.Recorded(placed.commit());
    }

    private void insert(Placed placed) throws SQLException {
        insertion.insert(placed);
        for (var event : placed.commit().events()) {
            streams.add(event);
        }
    }

    /** Takes commits of another ledger as they are. */
    void adopt(List<RecordedCommit> commits) throws SQLException {
        begin();
        Adoption adoption;
        try {
            adoption = new Adoption(tip(), lookups);
            for (var commit : commits) {
                insert(adoption.take(commit));
            }
            streams.flush();
        } catch (SQLException | RuntimeException | Error e) {
            rollback(e);
            throw e;
        }
        commit();
        remembered = adoption.tip();
    }

    Note keep(Kind kind, long size, String text) throws SQLException {
        begin();
        try {
            return keep(new Note(lastNote() + 1, kind, size, text));
        } catch (SQLException | RuntimeException | Error e) {
            rollback(e);
            throw e;
        }
    }

    /** Nothing if that is not the last note any more. */
    Optional<Note> keepAfter(long id, Kind kind, long size, String text) throws SQLException {
        begin();
        try {
            if (lastNote() == id) {
                return Optional.of(keep(new Note(id + 1, kind, size, text)));
            }
            commit();
            return Optional.empty();
        } catch (SQLException | RuntimeException | Error e) {
            rollback(e);
            throw e;
        }
    }

    private long lastNote() throws SQLException {
        return Sql.number(connection, "SELECT coalesce(max(id), 0) FROM notes");
    }

    private Note keep(Note note) throws SQLException {
        insertNote.setLong(1, note.id());
        insertNote.setString(2, SqliteNotes.stored(note.kind()));
        insertNote.setLong(3, note.size());
        insertNote.setString(4, note.text());
        insertNote.executeUpdate();
        commit();
        return note;
    }

    /** Read anew, with all that is remembered of streams, if another process has written. */
    private Tip tip() throws SQLException {
        if (queries.head().commits() != remembered.number()) {
            streams.forget();
            remembered = queries.tip();
        }
        return remembered;
    }

    /** Whether it has lost statements and is to be replaced: after an error of the disk, for example. */
    boolean isBroken() {
        return broken;
    }

    void checkpoint() throws SQLException {
        SqliteCheckpoints.checkpoint(connection);
    }

    private void begin() throws SQLException {
        Sql.execute(connection, "BEGIN IMMEDIATE");
    }

    private void commit(Placement placement) throws SQLException {
        commit();
        remembered = placement.tip();
    }

    /** Durable when it returns. Where it fails, the log may or may not have what was written. */
    private void commit() throws SQLException {
        try {
            // Not prepared once: the driver closes for good what has failed.
            Sql.execute(connection, "COMMIT");
        } catch (SQLException e) {
            rollback(e);
            throw e;
        }
    }

    private void rollback(Throwable cause) {
        // What was read in the transaction was true, but it may not be what the next one finds.
        remembered = Tip.OF_EMPTY;
        streams.forget();
        broken |= SqliteErrors.closesStatements(cause);
        Sql.rollback(connection, cause);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** What placements ask; a question that fails is a commit that fails. */
    private final class Asked implements Lookups {
        @Override
        public Optional<RecordedCommit> commandOf(String actor, String commandId) {
            try {
                return queries.commitOf(actor, commandId);
            } catch (SQLException e) {
                throw SqliteErrors.failed("be read", file, e);
            }
        }

        @Override
        public long lastSequence(String stream) {
            try {
                return streams.end(stream).sequence();
            } catch (SQLException e) {
                throw SqliteErrors.failed("be read", file, e);
            }
        }

        @Override
        public boolean hasEvent(String eventId) {
            try {
                return queries.hasEvent(eventId);
            } catch (SQLException e) {
                throw SqliteErrors.failed("be read", file, e);
            }
        }
    }
}
