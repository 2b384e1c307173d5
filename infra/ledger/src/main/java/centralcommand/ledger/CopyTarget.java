package centralcommand.ledger;

import java.util.List;

/** Where a ledger can be copied to: it takes commits as they were recorded elsewhere, with number, time and hash. */
public interface CopyTarget extends AutoCloseable {

    /** The number of the last commit that it has, 0 if there is none. */
    long commits();

    /**
     * Takes these commits, or none, and returns when they are durable.
     *
     * @throws LedgerException if they are not the next ones, or do not hash to what they say
     */
    void adopt(List<RecordedCommit> commits);

    /** Takes a note as it was kept elsewhere. */
    void adopt(Notes.Note note);

    @Override
    void close();
}
