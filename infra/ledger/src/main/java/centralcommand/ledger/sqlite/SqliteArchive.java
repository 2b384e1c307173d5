package centralcommand.ledger.sqlite;

import centralcommand.ledger.LedgerException;
import centralcommand.ledger.Notes.Note;
import centralcommand.ledger.ReadableLedger;
import centralcommand.ledger.RecordedCommit;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteErrorCode;

/**
 * A ledger file that is only read. It may be in use; SQLite keeps its {@code -wal} and {@code -shm} files beside it and leaves them there,
 * as it does for every reader. Where nothing can be written to its folder and no {@code -wal} file lies there, it is read without them.
 */
public final class SqliteArchive implements ReadableLedger {
    private final SqliteFile file;
    private final SqliteQueries queries;

    private SqliteArchive(SqliteFile file, SqliteQueries queries) {
        this.file = file;
        this.queries = queries;
    }

    /** @throws LedgerException if there is no such file, it is no ledger or one of another format, or it cannot be read */
    public static SqliteArchive open(Path path) {
        var file = SqliteFile.toBeRead(path);
        try {
            return new SqliteArchive(file, new SqliteQueries(file.openAsItIs()));
        } catch (SQLException e) {
            throw failed(file.path(), e);
        }
    }

    private static LedgerException failed(Path file, SQLException e) {
        if (!SqliteErrors.is(e, SQLiteErrorCode.SQLITE_CANTOPEN)
                && !SqliteErrors.is(e, SQLiteErrorCode.SQLITE_READONLY)) {
            return SqliteErrors.failed("be read", file, e);
        }
        return new LedgerException(
                "The ledger %s cannot be read where it lies: SQLite must keep its -shm file beside it. Copy it, with its -wal file if there is one, to a folder that you can write to."
                        .formatted(file),
                e);
    }

    @Override
    public long commits() {
        return ask(asked -> asked.head().commits());
    }

    @Override
    public List<RecordedCommit> readCommits(long afterNumber, int limit) {
        return ask(asked -> asked.commitsAfter(afterNumber, limit));
    }

    @Override
    public long noteCount() {
        return ask(SqliteQueries::noteCount);
    }

    @Override
    public List<Note> readNotes(long afterId, int limit) {
        return ask(asked -> asked.notesAfter(afterId, limit));
    }

    private synchronized <T> T ask(SqliteReaders.Question<T> question) {
        try {
            return question.ask(queries);
        } catch (SQLException e) {
            throw failed(file.path(), e);
        }
    }

    @Override
    public void close() {
        try {
            queries.close();
        } catch (SQLException e) {
            throw SqliteErrors.failed("be closed", file.path(), e);
        }
    }
}
